import { defineWidget } from '../../src/figure/widget.ts';
import { controls } from './controls.ts';
import { draw, read, table } from './figure.ts';
import { HandleSliders } from './HandleSliders.tsx';
import { interact } from './interact.ts';
import { type Drawn, type DrawSettings, drawn } from './model.ts';

/** The reader draws a derivative before it is shown. */
export default defineWidget<typeof controls, Drawn>({
  tag: 'DrawTheSlope',
  layout: 'wide',
  controls,
  compute: (settings) => drawn(settings as DrawSettings),
  draw,
  read,
  table,
  View: HandleSliders,
  interact,
});
