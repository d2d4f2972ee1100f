import type { Line } from './measure.ts';

/** What became of a gradient: a size, nothing at all, too much for any number, or nothing that ever was a number. */
export type Fate = 'finite' | 'nothing' | 'blows up' | 'no value';

/** The fate that a number of decades tells. */
export function fateOf(decades: number): Fate {
  if (Number.isFinite(decades)) return 'finite';
  if (Number.isNaN(decades)) return 'no value';
  return decades === Number.NEGATIVE_INFINITY ? 'nothing' : 'blows up';
}

/** Fates of the networks of three lines, at layer 1. */
export const fatesOf = (lines: readonly Line[]): readonly Fate[] => lines.map(({ mean }) => fateOf(mean[0]!));

/** A number of decades where there is one, else the fate. */
export function sayDecades(decades: number, say: (value: number) => string): string {
  const fate = fateOf(decades);
  return fate === 'finite' ? say(decades) : fate;
}
