import type { ScaleOptions } from '@observablehq/plot';

// SVG knows no larger numbers than float32; browsers write a line on the console for each that is larger or none at all.
// A reader's function may be both, so everything that is drawn comes through here.

/** Pixels beyond which nobody sees anything; a dashed line that is longer takes seconds to paint. */
const FAR = 1e5;

/** A number of pixels, brought to within 10⁵ of 0; NaN stays. */
export const near = (value: number): number => Math.min(Math.max(value, -FAR), FAR);

const written = new Set(['d', 'points', 'transform', 'viewBox']);
const suspicious = /NaN|Infinity|\d{6}|e\+/;
const numbers = /-?(?:Infinity|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/g;

/** The text of an attribute, its far coordinates brought near; null when one of them is no number. */
export function drawable(attribute: string, text: string): string | null {
  if (!written.has(attribute) || !suspicious.test(text)) return text;
  if (text.includes('NaN')) return null;
  return text.replace(numbers, (each) => (Math.abs(Number(each)) > FAR ? String(near(Number(each))) : each));
}

/** A domain ends here: the span of a larger one is no finite number. */
const LARGEST = 1e300;
/** So many domains away from the chart, a line to a value looks as steep as it ever will. */
const AWAY = 100;

/** Options for a scale of Plot that has these: an enormous value stands far outside of the chart, not at no pixel at all. */
export function withinReach({ domain, interval, percent, transform }: ScaleOptions = {}): ScaleOptions {
  if (interval || percent || transform) return {};
  const ends = domain ? [...domain] : [-LARGEST, LARGEST];
  if (!ends.every((end) => typeof end === 'number')) return {};
  const finite = ends.map((end) => (Number.isNaN(end) ? 0 : Math.min(Math.max(end, -LARGEST), LARGEST)));
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const room = AWAY * (high - low || 1);
  const inReach = (value: unknown): unknown =>
    typeof value === 'number' ? Math.min(Math.max(value, low - room), high + room) : value;
  return { ...(domain && { domain: finite }), transform: inReach };
}

const places = new Set(['cx', 'cy', 'transform']);

/** Whether an attribute puts a dot or a word where only the rest of the page is. */
export const isOffChart = (attribute: string, text: string): boolean =>
  places.has(attribute) && /(?:^|[^.\d])\d{5}/.test(text);
