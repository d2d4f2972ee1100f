const curve = (x: number) => Math.sin(2 * Math.PI * x);

// Straight from knot to knot: every ReLU changes the slope at its knot.
function polyline(knots: number[]) {
  const steepness = knots.slice(1).map(
    (end, j) => (curve(end) - curve(knots[j])) / (end - knots[j]),
  );
  return (x: number) =>
    steepness.reduce(
      (sum, s, j) =>
        sum + (s - (steepness[j - 1] ?? 0)) * activations.relu.f(x - knots[j]),
      curve(0),
    );
}

const even = (pieces: number) =>
  Array.from({ length: pieces + 1 }, (_, j) => j / pieces);
const samples = Array.from({ length: 2001 }, (_, i) => i / 2000);

for (const pieces of [8, 16, 32]) {
  const approximate = polyline(even(pieces));
  const error = Math.max(
    ...samples.map((x) => Math.abs(approximate(x) - curve(x))),
  );
  display({ pieces, error, bound: Math.PI ** 2 / (2 * pieces ** 2) });
}

const eight = polyline(even(8));
display(
  Plot.plot({
    height: 190,
    marks: [
      Plot.line(samples, { x: (x) => x, y: curve, stroke: 'var(--ink-3)' }),
      Plot.line(samples, { x: (x) => x, y: eight, stroke: 'var(--fn-relu)' }),
    ],
  }),
);
