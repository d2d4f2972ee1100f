import { defineWidget } from '../../src/figure/widget.ts';
import { controls } from './controls.ts';
import { draw, read, table } from './figure.ts';
import { bench } from './model.ts';

/** W1.1: one unit with three inputs, every number on its way to the output. */
export default defineWidget({
  tag: 'NeuronBench',
  layout: 'wide',
  controls,
  compute: ({ phi, x1, w1, x2, w2, x3, w3, b, all }) => bench([x1, x2, x3], [w1, w2, w3], b, phi, all),
  draw,
  read,
  table,
  showsOwn: ({ all }) => all,
});
