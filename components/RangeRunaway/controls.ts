import { seedsInARow } from '../../src/figure/seedText.ts';
import type { Controls, Settings } from '../../src/figure/settings.ts';

export const controls = {
  phi: { kind: 'activation', label: 'Activation function φ', default: 'relu' },
  sigmaW2: {
    kind: 'range',
    label: 'Weight variance × fan-in',
    min: 0.1,
    max: 4,
    step: 0.05,
    default: 2,
    marks: [
      { value: 1, label: 'LeCun' },
      { value: 2, label: 'He' },
    ],
  },
  sigmaB2: { kind: 'range', label: 'Bias variance', min: 0, max: 1, step: 0.05, default: 0 },
  depth: { kind: 'range', label: 'Layers', min: 1, max: 100, step: 1, default: 50 },
  width: {
    kind: 'select',
    label: 'Units per layer',
    options: [
      { value: '64', label: '64' },
      { value: '256', label: '256' },
    ],
    default: '256',
  },
  format: {
    kind: 'select',
    label: 'Number format',
    options: [
      { value: 'float16', label: 'float16' },
      { value: 'bfloat16', label: 'bfloat16' },
      { value: 'float32', label: 'float32' },
    ],
    default: 'float16',
  },
  seed: {
    kind: 'seed',
    label: 'Seed of the five networks',
    default: 1,
    seeds: (first) => seedsInARow('the five networks', first, 5),
  },
} as const satisfies Controls;

export type RunawaySettings = Settings<typeof controls>;
