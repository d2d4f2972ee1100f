import { wholeNumber } from '../../src/figure/wholeNumber.ts';

const sizes = [12, 13, 14, 15, 16, 17, 18, 19, 20];

export const controls = {
  which: {
    kind: 'select',
    label: 'Functions',
    options: [
      { value: 'all', label: 'all' },
      { value: 'arithmetic', label: 'with arithmetic alone' },
      { value: 'transcendental', label: 'with exp, log or tanh' },
      { value: 'own', label: 'ReLU and your own' },
    ],
    default: 'all',
  },
  size: {
    kind: 'select',
    label: 'Numbers in the array',
    options: sizes.map((k) => ({
      value: String(k),
      label: wholeNumber(2 ** k),
    })),
    default: '16',
  },
  precision: {
    kind: 'select',
    label: 'Precision',
    options: [
      { value: '64', label: '64 bits' },
      { value: '32', label: '32 bits' },
    ],
    default: '64',
  },
  order: {
    kind: 'select',
    label: 'Order of the inputs',
    options: [
      { value: 'shuffled', label: 'shuffled' },
      { value: 'sorted', label: 'sorted' },
    ],
    default: 'shuffled',
  },
  form: {
    kind: 'select',
    label: 'Formula',
    options: [
      { value: 'naive', label: 'naive' },
      { value: 'stable', label: 'stable' },
    ],
    default: 'naive',
  },
  width: {
    kind: 'range',
    label: 'Units in the layer before',
    min: 16,
    max: 1024,
    step: 16,
    default: 256,
  },
} as const;
