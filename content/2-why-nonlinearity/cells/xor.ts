const bend = (h: number) => activations.relu.f(h);

// The first unit counts, the second takes back what is too much.
const xor = (x1: number, x2: number) =>
  bend(x1 + x2) - 2 * bend(x1 + x2 - 1);

for (const [x1, x2] of [[0, 0], [0, 1], [1, 0], [1, 1]]) {
  display({ x1, x2, answer: xor(x1, x2) });
}
