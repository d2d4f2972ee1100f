// Change the name or the formula, then press Run.
const phi = keep(
  'leaky six, rounded',
  'softplus(x) - softplus(x - 6) + 0.01x',
);

// Value, slope and curvature, by the rules of calculus.
display(
  Inputs.table(
    [-8, -1, 0, 1, 6, 8].map((x) => ({
      x,
      'f(x)': phi.f(x),
      'f′(x)': phi.df(x),
      'f″(x)': phi.d2f(x),
    })),
  ),
);

const inputs = Array.from({ length: 193 }, (_, i) => i / 12 - 8);
const line = (y: (x: number) => number, style: object) =>
  Plot.line(inputs, { x: (x) => x, y, ...style });
display(
  Plot.plot({
    x: { label: 'x' },
    y: { label: 'f′ thin, f double', grid: true },
    marks: [
      line(phi.df, { stroke: 'var(--yours)' }),
      line(phi.f, { stroke: 'var(--yours)', strokeWidth: 5 }),
      line(phi.f, { stroke: 'var(--paper)', strokeWidth: 2 }),
    ],
  }),
);
