// The best quadratic there is for |x| on [−1, 1].
const quadratic = (x: number) => x ** 2 + 1 / 8;
const twoRelus = (x: number) =>
  activations.relu.f(x) + activations.relu.f(-x);

// Squares on top of squares: degree 4.
// These three numbers are the best. Try others.
const [high, scale, shift] = [0.94184, 1.06554, 0.90578];
const quartic = (x: number) =>
  high - scale * (x ** 2 - shift) ** 2;

const places = Array.from({ length: 401 }, (_, i) => i / 200 - 1);
const worst = (fit: (x: number) => number) =>
  Math.max(...places.map((x) => Math.abs(fit(x) - Math.abs(x))));
display({
  quadratic: worst(quadratic),
  quartic: worst(quartic),
  twoRelus: worst(twoRelus),
});

const traced = (y: (x: number) => number, stroke: string) =>
  Plot.line(places, { x: (x) => x, y, stroke });
display(
  Plot.plot({
    height: 190,
    x: { label: 'x' },
    y: { label: '|x| by ReLUs, and two fits' },
    marks: [
      traced(quadratic, 'var(--ink)'),
      traced(quartic, 'var(--ink-3)'),
      traced(twoRelus, 'var(--fn-relu)'),
    ],
  }),
);
