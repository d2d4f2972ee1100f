import * as Plot from '@observablehq/plot';
import type { EndLabel } from '../../src/figure/labels.ts';
import { tick } from '../../src/figure/plot.ts';
import type { Gain } from './model.ts';

interface Place {
  readonly text: string;
  readonly a: number;
  readonly gain: number;
}

/** Where the names of the thin lines stand: on a peak inside the picture, or at the right edge for what ends high. */
export function placesOf(gains: readonly Gain[]): { atPeaks: readonly Place[]; atEdge: readonly Place[] } {
  const atPeaks: Place[] = [];
  const atEdge: Place[] = [];
  for (const { w, points } of gains) {
    const finite = points.filter(([, gain]) => Number.isFinite(gain));
    const [end, top] = [finite.at(-1), Math.max(...finite.map(([, gain]) => gain))];
    if (!end) continue;
    const text = `w = ${tick(w)}`;
    if (end[1] >= 0.8 * top) atEdge.push({ text, a: end[0], gain: end[1] });
    else atPeaks.push({ text, a: middleOfTop(finite, top), gain: top });
  }
  return { atPeaks, atEdge: joined(atEdge) };
}

/** A plateau has its name over its middle, as far as it is in one piece. */
function middleOfTop(points: readonly (readonly [number, number])[], top: number): number {
  const high = points.map(([, gain]) => gain >= top * (1 - 1e-9));
  const from = high.indexOf(true);
  const next = high.indexOf(false, from);
  return (points[from]![0] + points[next < 0 ? points.length - 1 : next - 1]![0]) / 2;
}

/** One name for lines that end in the same place, as those of a step, whose slope is 0 for every weight. */
function joined(places: readonly Place[]): Place[] {
  const heights = new Set(places.map(({ gain }) => gain));
  return heights.size === 1 && places.length > 1 ? [{ ...places[0]!, text: 'every w' }] : [...places];
}

export const peakLabel = ({ text, a, gain }: Place): Plot.Markish =>
  Plot.text([[a, gain]], {
    text: () => text,
    dy: -8,
    fill: 'var(--ink-2)',
    stroke: 'var(--paper)',
    strokeWidth: 4,
  });

export const edgeLabel = ({ text, gain }: Place): EndLabel => ({
  y: gain,
  text,
  color: 'var(--ink-2)',
  leader: 'var(--ink-3)',
});
