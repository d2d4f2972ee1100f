import { seedsInARow } from '../../src/figure/seedText.ts';
import type { Controls, Settings } from '../../src/figure/settings.ts';

export const initNames = {
  pytorch: 'PyTorch default',
  lecun: 'LeCun',
  xavier: 'Xavier',
  he: 'He',
  orthogonal: 'orthogonal',
  custom: 'custom',
} as const;

export const normNames = {
  none: 'none',
  batchBefore: 'BatchNorm before φ',
  batchAfter: 'BatchNorm after φ',
  layer: 'LayerNorm before φ',
} as const;

const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** The networks that can be compared; each has its own set of controls. */
export const slots = ['a', 'b', 'c'] as const;
export type Slot = (typeof slots)[number];

type Values = Readonly<Record<string, number | string | boolean>>;

/** The controls of one network; `phi` and `init` are its starting point. */
function slotControls<S extends Slot>(slot: S, phi: string, init: keyof typeof initNames) {
  const group = `Network ${slot.toUpperCase()}`;
  const on = (values: Values): boolean => slots.indexOf(slot) < Number(values.count);
  const is =
    (name: string, ...wanted: readonly unknown[]) =>
    (values: Values) =>
      on(values) && wanted.includes(values[`${slot}_${name}`]);
  const controls = {
    phi: { kind: 'activation', label: 'Function', default: phi, group, when: on },
    init: { kind: 'select', label: 'Weights', options: options(initNames), default: init, group, when: on },
    sigmaW: {
      kind: 'range',
      label: 'σ of the weights, times √fan-in',
      min: 0.1,
      max: 5,
      step: 0.01,
      default: 1,
      group,
      when: is('init', 'custom', 'orthogonal'),
    },
    sigmaB: {
      kind: 'range',
      label: 'σ of the biases',
      min: 0,
      max: 2,
      step: 0.01,
      default: 0,
      group,
      when: is('init', 'custom'),
    },
    norm: {
      kind: 'select',
      label: 'Normalisation',
      options: options(normNames),
      default: 'none',
      group,
      when: on,
    },
    skip: { kind: 'toggle', label: 'Skip connections', default: false, group, when: on },
    scale: {
      kind: 'range',
      label: 'Scale of the branch',
      min: 0.05,
      max: 1,
      step: 0.01,
      default: 1,
      group,
      when: is('skip', true),
    },
  } as const satisfies Controls;
  return Object.fromEntries(
    Object.entries(controls).map(([name, control]) => [`${slot}_${name}`, control]),
  ) as unknown as { [K in keyof typeof controls as `${S}_${K}`]: (typeof controls)[K] };
}

export const controls = {
  count: {
    kind: 'select',
    label: 'Compare',
    options: [
      { value: '1', label: 'one network' },
      { value: '2', label: 'two networks' },
      { value: '3', label: 'three networks' },
    ],
    default: '3',
  },
  depth: { kind: 'range', label: 'Layers', min: 2, max: 100, step: 1, default: 20 },
  width: { kind: 'range', label: 'Units per layer', min: 16, max: 512, step: 16, default: 128 },
  batch: { kind: 'range', label: 'Samples', min: 1, max: 128, step: 1, default: 16 },
  seeds: {
    kind: 'range',
    label: 'Random networks',
    min: 1,
    max: 20,
    step: 1,
    default: 5,
    seeds: (count) => seedsInARow('the networks', 1, count),
  },
  loss: {
    kind: 'select',
    label: 'Loss',
    options: [
      { value: 'projection', label: 'random projection' },
      { value: 'digits', label: 'cross-entropy on digits' },
    ],
    default: 'projection',
  },
  layer: { kind: 'range', label: 'Look into layer', min: 1, max: 100, step: 1, default: 1 },
  ...slotControls('a', 'sigmoid', 'xavier'),
  ...slotControls('b', 'tanh', 'xavier'),
  ...slotControls('c', 'relu', 'he'),
} as const satisfies Controls;

export type DepthSettings = Settings<typeof controls>;

/** One network of the comparison, with every choice made. */
export interface Setting {
  readonly slot: Slot;
  readonly phi: string;
  readonly init: keyof typeof initNames;
  readonly sigmaW: number;
  readonly sigmaB: number;
  readonly norm: keyof typeof normNames;
  readonly skip: boolean;
  readonly scale: number;
}

/** The networks that the settings ask for. */
export function settingsOf(values: DepthSettings): Setting[] {
  return slots.slice(0, Number(values.count)).map((slot) => {
    const of = <K extends string>(name: K) => (values as Values)[`${slot}_${name}`];
    return {
      slot,
      phi: String(of('phi')),
      init: of('init') as Setting['init'],
      sigmaW: Number(of('sigmaW')),
      sigmaB: Number(of('sigmaB')),
      norm: of('norm') as Setting['norm'],
      skip: of('skip') === true,
      scale: Number(of('scale')),
    };
  });
}

/** σ_w² (variance of a weight times fan-in, for square layers) and σ_b² of a setting; `width` matters for PyTorch's biases. */
export function ensembleOf(setting: Setting, width: number): { sigmaW2: number; sigmaB2: number } {
  switch (setting.init) {
    case 'pytorch':
      return { sigmaW2: 1 / 3, sigmaB2: 1 / (3 * width) };
    case 'lecun':
    case 'xavier':
      return { sigmaW2: 1, sigmaB2: 0 };
    case 'he':
      return { sigmaW2: 2, sigmaB2: 0 };
    case 'orthogonal':
      return { sigmaW2: setting.sigmaW ** 2, sigmaB2: 0 };
    case 'custom':
      return { sigmaW2: setting.sigmaW ** 2, sigmaB2: setting.sigmaB ** 2 };
  }
}
