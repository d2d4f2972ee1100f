import type { Family } from '../../src/activations/activation.ts';
import { readerActivations } from '../../src/activations/index.ts';
import type { Settings } from '../../src/figure/settings.ts';
import type { controls } from './controls.ts';
import type { Timing, Wish } from './measure.ts';
import { recorded, recordedLayer } from './recorded.ts';
import { contestants, subjects } from './subjects.ts';

export interface Row {
  /** A subject, or the id of a function of the reader's own. */
  readonly key: string;
  readonly label: string;
  readonly family: Family;
  /** Operations per element. */
  readonly operations: number;
  /** Nanoseconds per element. */
  readonly ns: number;
  /** φ/(φ + layer). */
  readonly share: number;
}

export interface Bench {
  readonly wish: Wish;
  /** Where the numbers come from: the book's machine, or the reader's browser just now. */
  readonly source: 'recorded' | 'here';
  readonly rows: readonly Row[];
  /** The reader's own functions that nobody has measured yet. */
  readonly waiting: readonly Pick<Row, 'key' | 'label' | 'family'>[];
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

function bench(wish: Wish, source: Bench['source'], { perElement, layer, own = [] }: Timing): Bench {
  const share = (ns: number): number => ns / (ns + layer);
  const book = subjects.flatMap((key): Row[] => {
    const ns = perElement[key];
    const { label, family, operations } = contestants[key];
    return ns === undefined ? [] : [{ key, label, family, operations, ns, share: share(ns) }];
  });
  const mine = readerActivations().map(({ id, label, family }) => ({ key: id, label, family }));
  const measured = mine.flatMap((one): Row[] => {
    const time = own.find(({ id }) => id === one.key);
    return time ? [{ ...one, ns: time.ns, operations: time.operations, share: share(time.ns) }] : [];
  });
  return {
    wish,
    source,
    rows: [...book, ...measured].sort((a, b) => a.ns - b.ns),
    waiting: mine.filter(({ key }) => !own.some(({ id }) => id === key)),
    layer,
    flops: flopsPerOutput(wish.width),
  };
}

/** What was recorded on the book's machine, for the order asked for; the layer's time grows with its inputs. */
export function recordedBench(wish: Wish): Bench {
  const layer = (recordedLayer * wish.width) / 256;
  return bench({ ...wish, size: 2 ** 16, precision: 64, form: 'naive' }, 'recorded', {
    perElement: recorded[wish.order],
    layer,
  });
}

/** What the reader's browser measured. */
export const measuredBench = (wish: Wish, timing: Timing): Bench => bench(wish, 'here', timing);
