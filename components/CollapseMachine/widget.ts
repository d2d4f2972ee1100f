import { defineWidget } from '../../src/figure/widget.ts';
import { controls } from './controls.ts';
import { draw } from './figure.ts';
import { interact } from './interact.ts';
import { type Machine, machine } from './model.ts';
import { read, table } from './words.ts';

/** W2.1: a stack of affine layers, the one layer it collapses into, and what a bend in between changes. */
export default defineWidget<typeof controls, Machine>({
  tag: 'CollapseMachine',
  layout: 'wide',
  controls,
  compute: machine,
  draw,
  read,
  table,
  interact,
});
