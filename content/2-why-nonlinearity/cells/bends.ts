const curve = (x: number) => Math.sin(2 * Math.PI * x);

// Straight from knot to knot:
// every ReLU changes the slope at its knot.
function polyline(knots: number[]) {
  const slopes = knots
    .slice(1)
    .map(
      (end, j) =>
        (curve(end) - curve(knots[j])) / (end - knots[j]),
    );
  const changes = slopes.map((s, j) => s - (slopes[j - 1] ?? 0));
  return (x: number) =>
    changes.reduce(
      (y, c, j) => y + c * activations.relu.f(x - knots[j]),
      curve(knots[0]),
    );
}

const even = (pieces: number) =>
  Array.from({ length: pieces + 1 }, (_, j) => j / pieces);
const grid = Array.from({ length: 2001 }, (_, i) => i / 2000);

const misses = [8, 16, 32].map((pieces) => {
  const line = polyline(even(pieces));
  const error = Math.max(
    ...grid.map((x) => Math.abs(line(x) - curve(x))),
  );
  const bound = Math.PI ** 2 / (2 * pieces ** 2);
  return {
    pieces,
    error: error.toFixed(5),
    bound: bound.toFixed(5),
  };
});
display(Inputs.table(misses));

const eight = polyline(even(8));
const drawn = (y: (x: number) => number, stroke: string) =>
  Plot.line(grid, { x: (x) => x, y, stroke });
display(
  Plot.plot({
    height: 190,
    x: { label: 'x' },
    y: { label: 'sine, and eight pieces' },
    marks: [
      drawn(curve, 'var(--ink-3)'),
      drawn(eight, 'var(--fn-relu)'),
    ],
  }),
);
