import { power } from './power.ts';

type Values = Readonly<Record<string, number | string | boolean>>;

const shows =
  (...parts: readonly string[]) =>
  ({ show }: Values): boolean =>
    show === 'all' || parts.includes(String(show));

const functions = 'Beside each other';

export const controls = {
  show: {
    kind: 'select',
    label: 'Show',
    options: [
      { value: 'all', label: 'everything' },
      { value: 'error', label: 'the error' },
      { value: 'microscope', label: 'the microscope' },
      { value: 'functions', label: 'f, f′ and f″' },
    ],
    default: 'all',
  },
  phi: { kind: 'activation', label: 'Function φ', default: 'sigmoid' },
  x: { kind: 'range', label: 'At x', min: -8, max: 8, step: 0.05, default: 1 },
  digits: {
    kind: 'range',
    label: 'Step size h',
    min: 1,
    max: 15,
    step: 1,
    default: 5,
    format: (k: number) => power(-k),
    when: shows('error', 'microscope'),
  },
  zoom: {
    kind: 'range',
    label: 'Half-width of the microscope',
    min: 0,
    max: 6,
    step: 1,
    default: 0,
    format: (k: number) => power(-k),
    when: shows('microscope'),
  },
  count: {
    kind: 'select',
    label: 'Compare φ with',
    options: [
      { value: '0', label: 'nothing' },
      { value: '1', label: 'one other' },
      { value: '2', label: 'two others' },
    ],
    default: '1',
    group: functions,
    when: shows('functions'),
  },
  second: {
    kind: 'activation',
    label: 'Second function',
    default: 'tanh',
    group: functions,
    when: (values: Values) => shows('functions')(values) && Number(values.count) > 0,
  },
  third: {
    kind: 'activation',
    label: 'Third function',
    default: 'gelu',
    group: functions,
    when: (values: Values) => shows('functions')(values) && Number(values.count) > 1,
  },
} as const;
