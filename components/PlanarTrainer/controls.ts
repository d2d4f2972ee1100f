import type { SettingValue } from '../../src/figure/settings.ts';
import type { Settings } from '../../src/figure/widget.ts';

type Values = Readonly<Record<string, SettingValue>>;

const network = { group: 'Network' } as const;
const training = { group: 'Training' } as const;

export const controls = {
  data: {
    kind: 'select',
    label: 'Points',
    options: [
      { value: 'moons', label: 'two moons' },
      { value: 'spirals', label: 'two spirals' },
      { value: 'xor', label: 'XOR' },
    ],
    default: 'spirals',
  },
  noise: {
    kind: 'range',
    label: 'Noise, times the usual',
    min: 0,
    max: 3,
    step: 0.1,
    default: 1,
    when: ({ data }: Values): boolean => data !== 'xor',
  },
  layers: { kind: 'range', label: 'Hidden layers', ...network, min: 0, max: 3, step: 1, default: 2 },
  units: {
    kind: 'range',
    label: 'Units per layer',
    ...network,
    min: 2,
    max: 32,
    step: 1,
    default: 16,
    when: ({ layers }: Values): boolean => Number(layers) > 0,
  },
  phi: {
    kind: 'activation',
    label: 'Activation function φ',
    ...network,
    default: 'relu',
    when: ({ layers }: Values): boolean => Number(layers) > 0,
  },
  rate: {
    kind: 'range',
    label: 'Learning rate',
    ...training,
    min: 0.01,
    max: 1,
    step: 0.02,
    default: 0.1,
    log: true,
  },
  momentum: { kind: 'range', label: 'Momentum', ...training, min: 0, max: 0.99, step: 0.01, default: 0.9 },
  decay: {
    kind: 'range',
    label: 'Weight decay (L2)',
    ...training,
    min: 0,
    max: 0.05,
    step: 0.001,
    default: 0,
  },
  batch: {
    kind: 'select',
    label: 'Points per step',
    ...training,
    options: [
      { value: 'full', label: 'all 300' },
      { value: '32', label: '32' },
    ],
    default: 'full',
  },
  steps: { kind: 'range', label: 'Steps', ...training, min: 100, max: 4000, step: 100, default: 1500 },
  starts: { kind: 'range', label: 'Random starts', ...training, min: 1, max: 5, step: 1, default: 1 },
  seed: { kind: 'seed', label: 'First seed', ...training, default: 1 },
} as const;

export type PlanarSettings = Settings<typeof controls>;
