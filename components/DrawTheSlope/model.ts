import type { Activation } from '../../src/activations/activation.ts';
import { findActivation } from '../../src/activations/index.ts';
import type { Settings } from '../../src/figure/settings.ts';
import { type controls, type Handle, heights, places } from './controls.ts';

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
  /** The handle that misses most: its place, its height, and by how much. */
  readonly worst: { readonly x: number; readonly drawn: number; readonly miss: number };
}

/** φ′ at a handle as far as the sheet shows it; null where it jumps or is undefined: no line could meet it there. */
export function aimAt({ df, kinks }: Pick<Activation, 'df' | 'kinks'>, x: number): number | null {
  const slope = df(x);
  if (Number.isNaN(slope) || kinks.some((kink) => kink.of !== 'd2f' && Math.abs(kink.x - x) < 1e-9))
    return null;
  return Math.min(Math.max(slope, heights.low), heights.high);
}

/**
 * 100 · (1 − rms(line − aim) / rms(aim)) over the handles, at least 0; where the aim is 0 everywhere the line is judged
 * against 1 instead. Only the handles count: between them every line is straight, and hardly any φ′ is.
 */
export function scoreOf(
  activation: Pick<Activation, 'df' | 'kinks'>,
  line: readonly number[],
): Pick<Drawn, 'score' | 'worst'> {
  let [missed, whole, count] = [0, 0, 0];
  let worst = { x: places[0]!, drawn: line[0]!, miss: 0 };
  for (const [i, x] of places.entries()) {
    const aim = aimAt(activation, x);
    if (aim === null) continue;
    const drawn = line[i]!;
    const miss = Math.abs(drawn - aim);
    missed += miss ** 2;
    whole += aim ** 2;
    count += 1;
    if (miss > worst.miss) worst = { x, drawn, miss };
  }
  const share = Math.sqrt(missed / (whole > 0 ? whole : Math.max(1, count)));
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
