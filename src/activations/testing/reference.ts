import type { Activation } from '../activation.ts';
import { activations, findActivation } from '../index.ts';

/** One row of the reference file: the value and two derivatives at x, correctly rounded; NaN where no limit exists. */
export interface Row {
  readonly x: number;
  readonly f: number;
  readonly df: number;
  readonly d2f: number;
}

/** A function of the reference file with the kinks listed there. */
export interface Entry {
  readonly key: string;
  readonly activation: Activation;
  readonly rows: readonly Row[];
  readonly corners: readonly number[];
}

interface Raw {
  readonly info: {
    readonly kind: string;
    readonly params: Readonly<Record<string, number>>;
    readonly kinks_of_f: readonly { readonly x: number }[];
  };
  readonly points: readonly Readonly<Record<keyof Row, number | string>>[];
}

const renamed: Readonly<Record<string, string>> = {
  slope: 'negativeSlope',
  a: 'frequency',
  omega: 'frequency',
};

/** Every function of `reference/activations.json`, given as its `functions`, as this book builds it. */
export function readEntries(functions: unknown): readonly Entry[] {
  return Object.entries(functions as Record<string, Raw>).map(([key, { info, points }]) => ({
    key,
    activation: resolve(key, info.kind, info.params),
    rows: points.map(({ x, f, df, d2f }) => ({
      x: Number(x),
      f: Number(f),
      df: Number(df),
      d2f: Number(d2f),
    })),
    corners: info.kinks_of_f.map(({ x }) => x),
  }));
}

function resolve(key: string, kind: string, params: Readonly<Record<string, number>>): Activation {
  if (activations.some(({ id }) => id === key)) return findActivation(key);
  // The test mode of RReLU has one slope there, the mean of two bounds here.
  if (kind === 'rrelu_eval') return findActivation('rrelu');
  const values = Object.entries(params).map(([name, value]) => `${renamed[name] ?? name}=${value}`);
  return findActivation(`${kind}(${values.join(', ')})`);
}

const bits = new DataView(new ArrayBuffer(8));

/** How many doubles lie between two doubles. */
export function ulps(got: number, want: number): number {
  const place = (x: number) => {
    bits.setFloat64(0, x);
    const pattern = bits.getBigInt64(0);
    return pattern < 0n ? -(pattern & 0x7fff_ffff_ffff_ffffn) : pattern;
  };
  return Number.isNaN(got) ? Infinity : Math.abs(Number(place(got) - place(want)));
}
