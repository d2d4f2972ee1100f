import { defineWidget } from '../../src/figure/widget.ts';
import { controls } from './controls.ts';
import { draw } from './figure.ts';
import { lab } from './model.ts';
import { read, table } from './words.ts';

/** W3.3: one derivative in five ways, a microscope, and f, f′, f″ of several functions. */
export default defineWidget({
  tag: 'DerivativeLab',
  layout: 'wide',
  controls,
  compute: lab,
  draw,
  read,
  table,
});
