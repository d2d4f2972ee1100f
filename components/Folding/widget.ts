import { defineWidget } from '../../src/figure/widget.ts';
import { controls } from './controls.ts';
import { draw, table } from './figure.ts';
import { folding } from './model.ts';
import { read } from './words.ts';

/** W2.5: folds double the pieces; random weights do not. */
export default defineWidget({
  tag: 'Folding',
  layout: 'wide',
  controls,
  compute: folding,
  draw,
  read,
  table,
});
