import type { Family } from '../../src/activations/activation.ts';

export const subjects = [
  'copy',
  'relu',
  'leaky',
  'hardSwish',
  'elu',
  'silu',
  'sigmoid',
  'tanh',
  'geluTanh',
  'mish',
] as const;

/** What is timed; `copy` moves numbers and computes nothing. */
export type Subject = (typeof subjects)[number];

type Array64 = Float64Array<ArrayBuffer>;
type Array32 = Float32Array<ArrayBuffer>;
export type Numbers = Array64 | Array32;

/** A loop over an array, as a program would write it: the function stands inside, so that nothing is called per element. */
export type Loop = (x: Numbers, out: Numbers) => void;

interface Contestant {
  readonly label: string;
  readonly family: Family;
  /** Operations per element counted from the formula; a transcendental call counts as one. */
  readonly operations: number;
  readonly naive: Loop;
  /** The form that neither overflows nor branches, where it differs. */
  readonly stable?: Loop;
}

const root = Math.sqrt(2 / Math.PI);

export const contestants: Readonly<Record<Subject, Contestant>> = {
  copy: {
    label: 'copy only',
    family: 'identity',
    operations: 0,
    naive: (x, out) => {
      for (let i = 0; i < x.length; i++) out[i] = x[i]!;
    },
  },
  relu: {
    label: 'ReLU',
    family: 'relu',
    operations: 1,
    naive: (x, out) => {
      // biome-ignore lint/complexity/useMathMinMax: the branch is what is timed
      for (let i = 0; i < x.length; i++) out[i] = x[i]! > 0 ? x[i]! : 0;
    },
    stable: (x, out) => {
      for (let i = 0; i < x.length; i++) out[i] = Math.max(0, x[i]!);
    },
  },
  leaky: {
    label: 'leaky ReLU',
    family: 'leaky',
    operations: 2,
    naive: (x, out) => {
      for (let i = 0; i < x.length; i++) out[i] = x[i]! > 0 ? x[i]! : 0.01 * x[i]!;
    },
    stable: (x, out) => {
      for (let i = 0; i < x.length; i++) out[i] = Math.max(0.01 * x[i]!, x[i]!);
    },
  },
  hardSwish: {
    label: 'hard-swish',
    family: 'hard',
    operations: 5,
    naive: (x, out) => {
      for (let i = 0; i < x.length; i++) out[i] = (x[i]! * Math.min(Math.max(x[i]! + 3, 0), 6)) / 6;
    },
  },
  elu: {
    label: 'ELU',
    family: 'elu',
    operations: 3,
    naive: (x, out) => {
      for (let i = 0; i < x.length; i++) out[i] = x[i]! > 0 ? x[i]! : Math.exp(x[i]!) - 1;
    },
    stable: (x, out) => {
      for (let i = 0; i < x.length; i++) out[i] = x[i]! > 0 ? x[i]! : Math.expm1(x[i]!);
    },
  },
  silu: {
    label: 'SiLU',
    family: 'silu',
    operations: 4,
    naive: (x, out) => {
      for (let i = 0; i < x.length; i++) out[i] = x[i]! / (1 + Math.exp(-x[i]!));
    },
  },
  sigmoid: {
    label: 'sigmoid',
    family: 'sigmoid',
    operations: 4,
    naive: (x, out) => {
      for (let i = 0; i < x.length; i++) out[i] = 1 / (1 + Math.exp(-x[i]!));
    },
    stable: (x, out) => {
      for (let i = 0; i < x.length; i++) {
        const e = Math.exp(-Math.abs(x[i]!));
        out[i] = x[i]! >= 0 ? 1 / (1 + e) : e / (1 + e);
      }
    },
  },
  tanh: {
    label: 'tanh',
    family: 'tanh',
    operations: 1,
    naive: (x, out) => {
      for (let i = 0; i < x.length; i++) out[i] = Math.tanh(x[i]!);
    },
  },
  geluTanh: {
    label: 'GELU by tanh',
    family: 'gelu',
    operations: 9,
    naive: (x, out) => {
      for (let i = 0; i < x.length; i++) {
        const v = x[i]!;
        out[i] = 0.5 * v * (1 + Math.tanh(root * (v + 0.044715 * v * v * v)));
      }
    },
  },
  mish: {
    label: 'Mish',
    family: 'mish',
    operations: 5,
    naive: (x, out) => {
      for (let i = 0; i < x.length; i++) out[i] = x[i]! * Math.tanh(Math.log(1 + Math.exp(x[i]!)));
    },
    // With n = e^x (e^x + 2), tanh(ln(1 + e^x)) = n / (n + 2): one transcendental call.
    stable: (x, out) => {
      for (let i = 0; i < x.length; i++) {
        const e = Math.exp(Math.min(x[i]!, 20));
        const n = e * (e + 2);
        out[i] = (x[i]! * n) / (n + 2);
      }
    },
  },
};
