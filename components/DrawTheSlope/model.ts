import type { Activation } from '../../src/activations/activation.ts';
import { findActivation } from '../../src/activations/index.ts';
import type { Settings } from '../../src/figure/settings.ts';
import { type controls, type Handle, places } from './controls.ts';

/** The reader's line beside the derivative. */
export interface Drawn {
  readonly activation: Activation;
  /** Heights at `places`. */
  readonly line: readonly number[];
  readonly shown: boolean;
  /** True once a handle was moved. */
  readonly begun: boolean;
  /** 100 for a perfect match, 0 for nothing better than a line at 0. */
  readonly score: number;
  /** Where the line misses most, and by how much. */
  readonly worst: { readonly x: number; readonly miss: number };
}

/** Points between two handles at which the line is judged. */
const PER_STEP = 10;

/** The reader's line at x: straight between handles. */
export function heightAt(line: readonly number[], x: number): number {
  const place = (x - places[0]!) / (places[1]! - places[0]!);
  const i = Math.min(Math.max(Math.floor(place), 0), line.length - 2);
  return line[i]! + (place - i) * (line[i + 1]! - line[i]!);
}

/**
 * 100 · (1 − rms(line − φ′) / rms(φ′)), at least 0; where φ′ is 0 everywhere the line is judged against 1 instead.
 * Points on which φ′ jumps do not count: no line could meet them.
 */
export function scoreOf(
  { df, kinks }: Pick<Activation, 'df' | 'kinks'>,
  line: readonly number[],
): Pick<Drawn, 'score' | 'worst'> {
  const [from, to] = [places[0]!, places.at(-1)!];
  const count = (places.length - 1) * PER_STEP;
  let [missed, whole] = [0, 0];
  let worst = { x: from, miss: 0 };
  for (let i = 0; i <= count; i++) {
    const x = from + ((to - from) * i) / count;
    if (kinks.some((kink) => kink.of !== 'd2f' && Math.abs(kink.x - x) < 1e-9)) continue;
    const slope = df(x);
    const miss = Math.abs(heightAt(line, x) - slope);
    missed += miss ** 2;
    whole += slope ** 2;
    if (miss > worst.miss) worst = { x, miss };
  }
  const share = Math.sqrt(missed / (whole > 0 ? whole : count));
  return { score: Math.max(0, Math.round(100 * (1 - share))), worst };
}

/** The settings with their handles, which the type of the controls forgets. */
export type DrawSettings = Settings<typeof controls> & Readonly<Record<Handle, number>>;

/** Judges the line that the settings hold. */
export function drawn(values: DrawSettings): Drawn {
  const activation = findActivation(values.phi);
  const line = places.map((_, i) => values[`p${i}`]!);
  return {
    activation,
    line,
    shown: values.shown,
    begun: line.some((height) => height !== 0),
    ...scoreOf(activation, line),
  };
}
