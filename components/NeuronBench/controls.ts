import type { RangeControl } from '../../src/figure/settings.ts';

const range = (label: string, limit: number, start: number): RangeControl => ({
  kind: 'range',
  label,
  min: -limit,
  max: limit,
  step: 0.1,
  default: start,
});

export const controls = {
  phi: { kind: 'activation', label: 'Activation function φ', default: 'relu' },
  all: { kind: 'toggle', label: 'Show ten functions at once', default: true },
  x1: range('Input x₁', 3, 1),
  w1: range('Weight w₁', 2, 0.8),
  x2: range('Input x₂', 3, -2),
  w2: range('Weight w₂', 2, 0.3),
  x3: range('Input x₃', 3, 0.5),
  w3: range('Weight w₃', 2, -1),
  b: range('Bias b', 3, 0.1),
} as const;
