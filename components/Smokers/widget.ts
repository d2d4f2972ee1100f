import { defineWidget } from '../../src/figure/widget.ts';
import { controls } from './controls.ts';
import { dragPlane } from './dragPlane.ts';
import { draw } from './figure.ts';
import { compute, type SmokersResult } from './model.ts';
import { SmokersView } from './SmokersView.tsx';
import { placeStage } from './stage.ts';
import { read, table } from './words.ts';

/** W2.2: an invented cloud that no plane can divide, and networks that learn to close a border around its core. */
export default defineWidget<typeof controls, SmokersResult>({
  tag: 'Smokers',
  layout: 'wide',
  controls,
  compute,
  draw,
  read,
  table,
  View: SmokersView,
  interact: (panels, props) => {
    placeStage(panels);
    return dragPlane(panels, props);
  },
});
