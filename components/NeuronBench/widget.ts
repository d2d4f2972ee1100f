import type { RangeControl } from '../../src/figure/settings.ts';
import { defineWidget } from '../../src/figure/widget.ts';
import { draw, read, table } from './figure.ts';
import { bench } from './model.ts';

const range = (label: string, limit: number, start: number): RangeControl => ({
  kind: 'range',
  label,
  min: -limit,
  max: limit,
  step: 0.1,
  default: start,
});

/** W1.1: one unit with three inputs, every number on its way to the output. */
export default defineWidget({
  tag: 'NeuronBench',
  layout: 'wide',
  controls: {
    phi: { kind: 'activation', label: 'Activation function φ', default: 'relu' },
    x1: range('Input x₁', 3, 1),
    w1: range('Weight w₁', 2, 0.8),
    x2: range('Input x₂', 3, -2),
    w2: range('Weight w₂', 2, 0.3),
    x3: range('Input x₃', 3, 0.5),
    w3: range('Weight w₃', 2, -1),
    b: range('Bias b', 3, 0.1),
    all: { kind: 'toggle', label: 'Show ten functions at once', default: true },
  },
  compute: ({ phi, x1, w1, x2, w2, x3, w3, b, all }) => bench([x1, x2, x3], [w1, w2, w3], b, phi, all),
  draw,
  read,
  table,
});
