import { defineWidget } from '../../src/figure/widget.ts';
import { controls } from './controls.ts';
import { draw, read, table } from './figure.ts';
import { chain } from './model.ts';

/** W3.1: a gradient on its way back through a chain of equal units. */
export default defineWidget({
  tag: 'UnitChain',
  layout: 'wide',
  controls,
  compute: ({ phi, w, b, layers, a }) => chain(phi, w, b, Math.round(layers), a),
  draw,
  read,
  table,
});
