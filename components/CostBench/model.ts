import type { Family } from '../../src/activations/activation.ts';
import { readerActivations } from '../../src/activations/index.ts';
import type { Settings } from '../../src/figure/settings.ts';
import type { controls } from './controls.ts';
import type { Timing, Wish } from './measure.ts';
import { recorded, recordedLayer } from './recorded.ts';
import { contestants, type Subject, subjects } from './subjects.ts';

export interface Named {
  /** A subject, or the id of a function of the reader's own. */
  readonly key: string;
  readonly label: string;
  readonly family: Family;
}

export interface Row extends Named {
  /** Operations per element. */
  readonly operations: number;
  /** Nanoseconds per element, without what a loop takes that only copies. */
  readonly ns: number;
  /** The same with it, as the clock says. */
  readonly gross: number;
  /** φ/(φ + layer). */
  readonly share: number;
}

export interface Bench {
  /** What the controls ask for. */
  readonly wish: Wish;
  /** What the numbers were taken for; the layer's time is scaled to the width asked for. */
  readonly made: Wish;
  /** Where the numbers come from: the book's machine, or the reader's browser. */
  readonly source: 'recorded' | 'here';
  readonly rows: readonly Row[];
  /** Functions without a time: not recorded for this order, or the reader's own before they are measured. */
  readonly waiting: readonly Named[];
  /** Nanoseconds per element of the loop that only copies. */
  readonly copy: number;
  /** Nanoseconds per output of the dense layer. */
  readonly layer: number;
  /** 2n multiplications and additions per output. */
  readonly flops: number;
}

export function wishOf(values: Settings<typeof controls>): Wish {
  return {
    size: 2 ** Number(values.size),
    precision: values.precision === '32' ? 32 : 64,
    order: values.order as Wish['order'],
    form: values.form as Wish['form'],
    width: Math.round(values.width),
  };
}

/** Multiplications and additions per output of a dense layer with n inputs. */
export const flopsPerOutput = (inputs: number): number => 2 * inputs;

const arithmetic: readonly Subject[] = ['relu', 'leaky', 'hardSwish'];

/** Functions of the book for each choice of the control; the reader's own are always shown. */
export const choices: Readonly<Record<string, readonly Subject[]>> = {
  all: subjects.filter((key) => key !== 'copy'),
  arithmetic,
  transcendental: subjects.filter((key) => key !== 'copy' && !arithmetic.includes(key)),
  own: ['relu'],
};

interface Origin {
  /** A choice of the control. */
  readonly which: string;
  readonly source: Bench['source'];
  readonly made: Wish;
}

function bench(
  wish: Wish,
  { which, source, made }: Origin,
  { perElement, layer: timed, own = [] }: Timing,
): Bench {
  const layer = (timed * wish.width) / made.width;
  const copy = perElement.copy ?? 0;
  const row = (named: Named, operations: number, gross: number): Row => {
    const ns = Math.max(0, gross - copy);
    return { ...named, operations, ns, gross, share: ns / (ns + layer) };
  };
  const book = (choices[which] ?? choices.all!).map((key) => ({
    key,
    label: contestants[key].label,
    family: contestants[key].family,
  }));
  const mine = readerActivations().map(({ id, label, family }) => ({ key: id, label, family }));
  const rows = [
    ...book.flatMap((one) => {
      const time = perElement[one.key];
      return time === undefined ? [] : [row(one, contestants[one.key].operations, time)];
    }),
    ...mine.flatMap((one) => {
      const time = own.find(({ id }) => id === one.key);
      return time ? [row(one, time.operations, time.ns)] : [];
    }),
  ].sort((a, b) => a.ns - b.ns);
  return {
    wish,
    made,
    source,
    rows,
    waiting: [...book, ...mine].filter(({ key }) => !rows.some((one) => one.key === key)),
    copy,
    layer,
    flops: flopsPerOutput(wish.width),
  };
}

/** What was recorded on the book's machine, for the order asked for. */
export function recordedBench(wish: Wish, which = 'all'): Bench {
  const made: Wish = { size: 2 ** 16, precision: 64, form: 'naive', order: wish.order, width: 256 };
  return bench(
    wish,
    { which, source: 'recorded', made },
    { perElement: recorded[wish.order], layer: recordedLayer },
  );
}

/** What the reader's browser measured for some settings, beside what the controls ask for now. */
export const measuredBench = (made: Wish, timing: Timing, wish: Wish = made, which = 'all'): Bench =>
  bench(wish, { which, source: 'here', made }, timing);
