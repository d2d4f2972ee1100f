type Point = readonly [number, number];

/** Samples of a curved graph; what turns round twice between two of them is missed. */
const SAMPLES = 800;

/** Where the middle one of three samples is the highest or lowest: the vertex of the parabola through them. */
function vertex([x, y]: Point, before: number, after: number, step: number): number {
  const bend = before - 2 * y + after;
  return x + (step * (before - after)) / (2 * bend);
}

/**
 * A graph from samples: the points, the ends and turning points, and into how many rises and falls these cut it. Where it
 * has no finite value the line is broken; steps too small to see are no turn.
 */
export function sampled(
  f: (t: number) => number,
  [from, to]: Point,
): { readonly curve: readonly Point[]; readonly corners: readonly Point[]; readonly pieces: number } {
  const step = (to - from) / SAMPLES;
  const curve = Array.from({ length: SAMPLES + 1 }, (_, i): Point => {
    const t = from + i * step;
    const value = f(t);
    return [t, Number.isFinite(value) ? value : Number.NaN];
  });
  const values = curve.map(([, y]) => y).filter(Number.isFinite);
  const reach =
    values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity);
  const turns: Point[] = [];
  let way = 0;
  for (let i = 1; i <= SAMPLES; i++) {
    const change = curve[i]![1] - curve[i - 1]![1];
    // Not `<=`: NaN is no turn either.
    if (!(Math.abs(change) > 1e-9 * reach)) continue;
    const now = Math.sign(change);
    if (way === -now) {
      const middle = curve[i - 1]!;
      const t = vertex(middle, curve[i - 2]![1], curve[i]![1], step);
      turns.push(Math.abs(t - middle[0]) < step ? [t, f(t)] : middle);
    }
    way = now;
  }
  return { curve, corners: [curve[0]!, ...turns, curve[SAMPLES]!], pieces: turns.length + 1 };
}
