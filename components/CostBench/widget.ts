import { defineWidget } from '../../src/figure/widget.ts';
import { controls } from './controls.ts';
import { draw } from './figure.ts';
import { MeasureHere } from './MeasureHere.tsx';
import { type Bench, recordedBench, wishOf } from './model.ts';
import { read, table } from './words.ts';

/** W3.5: what a function costs beside the layer in front of it. */
export default defineWidget<typeof controls, Bench>({
  tag: 'CostBench',
  layout: 'wide',
  controls,
  compute: (settings) => recordedBench(wishOf(settings), settings.which),
  draw,
  read,
  table,
  View: MeasureHere,
  showsOwn: () => true,
});
