import type { RangeControl } from '../../src/figure/settings.ts';

const range = (label: string, start: number): RangeControl => ({
  kind: 'range',
  label,
  min: -3,
  max: 3,
  step: 0.1,
  default: start,
});

export const controls = {
  by: {
    kind: 'select',
    label: 'Multiply by',
    options: [
      { value: 'slope', label: 'Act′' },
      { value: 'value', label: 'Act, as the source says' },
    ],
    default: 'slope',
  },
  phi: { kind: 'activation', label: 'Function Act', default: 'tanh' },
  x: range('Input x', 0.7),
  w1: range('Weight w₁', 1.5),
  b1: range('Bias b₁', -0.2),
  w2: range('Weight w₂', -2),
  b2: range('Bias b₂', 0.3),
} as const;
