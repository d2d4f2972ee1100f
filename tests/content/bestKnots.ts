const curve = (x: number): number => Math.sin(2 * Math.PI * x);

/** Greatest distance between one wave of the sine and its chord from a to b; 0 ≤ a < b ≤ 1. */
function chordError(a: number, b: number): number {
  const slope = (curve(b) - curve(a)) / (b - a);
  // It is greatest where the sine is as steep as the chord.
  const at = Math.acos(Math.min(1, Math.max(-1, slope / (2 * Math.PI)))) / (2 * Math.PI);
  const errors = [at, 1 - at]
    .filter((x) => x > a && x < b)
    .map((x) => Math.abs(curve(a) + slope * (x - a) - curve(x)));
  return Math.max(0, ...errors);
}

/**
 * The polyline of `pieces` chords that comes closest to one wave of the sine, of all with knots at multiples of 1/`parts`:
 * its knots from 0 to 1 and its greatest error. By dynamic programming, from left to right.
 */
export function bestKnots(
  pieces: number,
  parts: number,
): { readonly knots: number[]; readonly error: number } {
  const ends = Array.from({ length: parts + 1 }, (_, j) => j);
  let least = ends.map((j) => (j === 0 ? 0 : chordError(0, j / parts)));
  const before: number[][] = [];
  for (let k = 1; k < pieces; k++) {
    const from: number[] = [];
    const known = least;
    least = ends.map((j) => {
      let best = Number.POSITIVE_INFINITY;
      for (let i = k; i < j; i++) {
        if (known[i]! >= best) continue;
        const error = Math.max(known[i]!, chordError(i / parts, j / parts));
        if (error >= best) continue;
        best = error;
        from[j] = i;
      }
      return best;
    });
    before.unshift(from);
  }
  const knots = [parts];
  for (const from of before) knots.unshift(from[knots[0]!]!);
  return { knots: [0, ...knots].map((j) => j / parts), error: least.at(-1)! };
}
