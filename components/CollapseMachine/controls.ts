import type { Controls, RangeControl, Settings } from '../../src/figure/settings.ts';

const coordinate = (label: string, start: number): RangeControl => ({
  kind: 'range',
  label,
  min: -2,
  max: 2,
  step: 0.1,
  default: start,
});

const isRandom = ({ net }: Readonly<Record<string, unknown>>): boolean => net === 'random';
const isLeaky = ({ phi }: Readonly<Record<string, unknown>>): boolean => phi === 'leaky_relu';

export const controls = {
  phi: {
    kind: 'activation',
    label: 'Between the layers',
    default: 'identity',
    options: ['identity', 'relu', 'leaky_relu', 'tanh'],
  },
  leak: {
    kind: 'range',
    label: 'Leak α',
    min: 0,
    max: 1,
    step: 0.05,
    default: 1,
    hint: '0 is ReLU, 1 the identity.',
    when: isLeaky,
  },
  net: {
    kind: 'select',
    label: 'Weights',
    options: [
      { value: 'random', label: 'random' },
      { value: 'hand', label: 'the example by hand' },
    ],
    default: 'random',
  },
  layers: { kind: 'range', label: 'Layers N', min: 1, max: 8, step: 1, default: 3, when: isRandom },
  width: {
    kind: 'range',
    label: 'Units per hidden layer',
    min: 1,
    max: 5,
    step: 1,
    default: 3,
    when: isRandom,
  },
  x1: coordinate('Input x₁', 1.5),
  x2: coordinate('Input x₂', 0.5),
  seed: { kind: 'seed', label: 'Seed of the weights', default: 2, when: isRandom },
} as const satisfies Controls;

export type CollapseSettings = Settings<typeof controls>;
