type Values = Readonly<Record<string, number | string | boolean>>;

const valley = (values: Values): boolean => values.tab === 'valley';
const many = (values: Values): boolean => values.tab === 'functions';

export const controls = {
  tab: {
    kind: 'select',
    label: 'Show',
    options: [
      { value: 'valley', label: 'two inputs, one valley' },
      { value: 'functions', label: 'many inputs from φ(z)' },
    ],
    default: 'valley',
  },
  m: { kind: 'range', label: 'Mean of the inputs m', min: 0, max: 3, step: 0.05, default: 1, when: valley },
  centred: { kind: 'toggle', label: 'Subtract the mean', default: false, when: valley },
  s: { kind: 'range', label: 'Spread s', min: 0.1, max: 1, step: 0.05, default: 0.5, when: valley },
  rate: {
    kind: 'range',
    label: 'Learning rate, as a share of the best',
    min: 0.05,
    max: 1.2,
    step: 0.05,
    default: 1,
    when: valley,
  },
  batch: {
    kind: 'select',
    label: 'Samples per step',
    options: [
      { value: '1', label: '1' },
      { value: '8', label: '8' },
      { value: 'all', label: 'all' },
    ],
    default: 'all',
    when: valley,
  },
  seed: {
    kind: 'seed',
    label: 'Seed of the samples',
    default: 1,
    when: (values: Values) => valley(values) && values.batch !== 'all',
  },
  n: { kind: 'range', label: 'Inputs n', min: 2, max: 200, step: 1, default: 100, when: many },
} as const;
