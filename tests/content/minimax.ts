/** Solves a small linear system by Gaussian elimination with pivoting. */
function solve(rows: readonly (readonly number[])[], right: readonly number[]): number[] {
  const m = rows.map((row, i) => [...row, right[i]!]);
  const n = m.length;
  for (let k = 0; k < n; k++) {
    const pivot = m.slice(k).reduce((top, row) => (Math.abs(row[k]!) > Math.abs(top[k]!) ? row : top));
    m.splice(m.indexOf(pivot), 1);
    m.splice(k, 0, pivot);
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = m[i]![k]! / pivot[k]!;
      m[i] = m[i]!.map((value, j) => value - factor * pivot[j]!);
    }
  }
  return m.map((row, k) => row[n]! / row[k]!);
}

/**
 * The polynomial of degree 2·half that is closest to |x| on [−1, 1], as Σ cᵢ x^(2i), and its greatest error. With t = x²
 * it is the best polynomial for √t on [0, 1]; found by exchange (Remez 1934) on a grid dense near 0.
 */
export function bestEvenPolynomial(half: number): {
  readonly coefficients: number[];
  readonly error: number;
} {
  const grid = Array.from({ length: 4001 }, (_, i) => (i / 4000) ** 2);
  const count = half + 2;
  let points = Array.from(
    { length: count },
    (_, k) => ((1 - Math.cos((Math.PI * k) / (count - 1))) / 2) ** 2,
  );
  let coefficients: number[] = [];
  for (let round = 0; round < 40; round++) {
    const rows = points.map((t, k) => [...Array.from({ length: half + 1 }, (_, i) => t ** i), (-1) ** k]);
    coefficients = solve(rows, points.map(Math.sqrt)).slice(0, half + 1);
    const gap = (t: number): number => coefficients.reduce((sum, c, i) => sum + c * t ** i, -Math.sqrt(t));
    // One point of greatest error per stretch of equal sign.
    const stretches: number[][] = [];
    for (const t of grid) {
      const last = stretches.at(-1);
      if (last && gap(last[0]!) >= 0 === gap(t) >= 0) last.push(t);
      else stretches.push([t]);
    }
    points = stretches
      .map((s) => s.reduce((top, t) => (Math.abs(gap(t)) > Math.abs(gap(top)) ? t : top)))
      .slice(0, count);
  }
  const errors = grid.map((t) =>
    Math.abs(coefficients.reduce((sum, c, i) => sum + c * t ** i, -Math.sqrt(t))),
  );
  return { coefficients, error: Math.max(...errors) };
}
