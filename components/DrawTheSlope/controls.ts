import type { HiddenControl } from '../../src/figure/settings.ts';

/** Places of the handles: −4, −3.5, … 4. */
export const places: readonly number[] = Array.from({ length: 17 }, (_, i) => -4 + i / 2);

/** Slopes that can be drawn. */
export const heights = { low: -1.2, high: 2.2 } as const;

export type Handle = `p${number}`;

const handle = (x: number): HiddenControl => ({
  kind: 'hidden',
  label: `Slope drawn at ${x}`,
  min: heights.low,
  max: heights.high,
  default: 0,
});

const handles = Object.fromEntries(places.map((x, i) => [`p${i}`, handle(x)])) as Readonly<
  Record<Handle, HiddenControl>
>;

export const controls = {
  phi: { kind: 'activation', label: 'Function φ', default: 'gelu' },
  shown: { kind: 'toggle', label: 'Show the derivative', default: false },
  ...handles,
} as const;
