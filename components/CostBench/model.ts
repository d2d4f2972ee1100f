import type { Settings } from '../../src/figure/settings.ts';
import type { controls } from './controls.ts';
import type { Timing, Wish } from './measure.ts';
import { recorded, recordedLayer } from './recorded.ts';
import { type Subject, subjects } from './subjects.ts';

export interface Row {
  readonly subject: Subject;
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

function bench(wish: Wish, source: Bench['source'], { perElement, layer }: Timing): Bench {
  const rows = subjects.flatMap((subject) => {
    const ns = perElement[subject];
    return ns === undefined ? [] : [{ subject, ns, share: ns / (ns + layer) }];
  });
  return { wish, source, rows: rows.sort((a, b) => a.ns - b.ns), layer, flops: flopsPerOutput(wish.width) };
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
