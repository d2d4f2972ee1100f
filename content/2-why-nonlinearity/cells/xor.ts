const bend = (h: number) => activations.relu.f(h);

// The first unit counts the ones,
// the second takes back what is too much.
const xor = (x1: number, x2: number) =>
  bend(x1 + x2) - 2 * bend(x1 + x2 - 1);

const corners = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const truth = corners.map(([x1, x2]) => ({
  x1,
  x2,
  answer: xor(x1, x2),
}));
display(Inputs.table(truth));
