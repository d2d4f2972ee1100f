import type { Controls, Settings } from '../../src/figure/settings.ts';

type Values = Readonly<Record<string, unknown>>;
const tents = ({ net }: Values): boolean => net === 'tents';
const random = ({ net }: Values): boolean => net === 'random';

export const controls = {
  net: {
    kind: 'select',
    label: 'Network',
    options: [
      { value: 'tents', label: 'tents, layer on layer' },
      { value: 'random', label: 'random weights' },
    ],
    default: 'tents',
  },
  phi: { kind: 'activation', label: 'Function φ of the units', default: 'relu', when: random },
  folds: { kind: 'range', label: 'Folds k', min: 0, max: 8, step: 1, default: 3, when: tents },
  cut: { kind: 'range', label: 'Cut at', min: 0.05, max: 0.95, step: 0.05, default: 0.7, when: tents },
  flat: { kind: 'toggle', label: 'Unfold into one layer', default: false, when: tents },
  depth: { kind: 'range', label: 'Hidden layers', min: 1, max: 6, step: 1, default: 3, when: random },
  width: { kind: 'range', label: 'Units per layer', min: 1, max: 16, step: 1, default: 8, when: random },
  seed: { kind: 'seed', label: 'Seed of the weights', default: 1, when: random },
} as const satisfies Controls;

export type FoldingSettings = Settings<typeof controls>;
