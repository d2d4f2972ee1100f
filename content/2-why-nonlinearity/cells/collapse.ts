type Layer = { W: number[][]; b: number[] };

const apply = ({ W, b }: Layer, x: number[]) =>
  W.map((row, i) =>
    row.reduce((sum, w, j) => sum + w * x[j], b[i]),
  );

// One layer that does the work of two:
// (W2 W1) x + (W2 b1 + b2).
const merge = (first: Layer, second: Layer): Layer => ({
  W: second.W.map((row) =>
    first.W[0].map((_, j) =>
      row.reduce((sum, w, k) => sum + w * first.W[k][j], 0),
    ),
  ),
  b: apply(second, first.b),
});
const compose = (layers: Layer[]) => layers.reduce(merge);

const below = {
  W: [
    [1, 2],
    [0, -1],
    [3, 1],
  ],
  b: [1, 0, -2],
};
const above = {
  W: [
    [2, 1, 0],
    [1, -1, 1],
  ],
  b: [0, 1],
};

const flat = compose([below, above]);
display(`W* = ${JSON.stringify(flat.W)}, b* = [${flat.b}]`);

const inputs = [
  [2, -1],
  [-2, 1],
  [0, 0],
  [0.5, -3],
];
const answers = inputs.map((x) => {
  const hidden = apply(below, x);
  return {
    x: `${x}`,
    hidden: `${hidden}`,
    'two layers': `${apply(above, hidden)}`,
    'one layer': `${apply(flat, x)}`,
  };
});
display(Inputs.table(answers));
