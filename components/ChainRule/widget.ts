import { defineWidget } from '../../src/figure/widget.ts';
import { controls } from './controls.ts';
import { draw } from './figure.ts';
import { type By, walk } from './model.ts';
import { read, table } from './words.ts';

/** The chain rule through two layers, forward and back, with a switch for the mistake of the source. */
export default defineWidget({
  tag: 'ChainRule',
  layout: 'wide',
  controls,
  compute: ({ phi, by, x, ...weights }) => walk(phi, by as By, x, weights),
  draw,
  read,
  table,
});
