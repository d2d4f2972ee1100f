import { defineWidget } from '../../src/figure/widget.ts';
import { controls } from './controls.ts';
import { draw } from './figure.ts';
import { compute, type PlanarResult } from './model.ts';
import { PlanarView } from './PlanarView.tsx';
import { read, table } from './words.ts';

/** W2.3: points in the plane, and the border that a network draws between them. */
export default defineWidget<typeof controls, PlanarResult>({
  tag: 'PlanarTrainer',
  layout: 'wide',
  controls,
  compute,
  draw,
  read,
  table,
  View: PlanarView,
});
