const relu = (h: number) => Math.max(0, h);
const sigmoid = (h: number) => 1 / (1 + Math.exp(-h));

// Gather the evidence, then answer.
function neuron(
  x: number[],
  w: number[],
  b: number,
  phi: (h: number) => number,
) {
  const h = x.reduce((sum, xi, i) => sum + w[i] * xi, 0) + b;
  return { h, a: phi(h) };
}

for (const phi of [relu, sigmoid, Math.tanh]) {
  display({
    phi: phi.name,
    ...neuron([1, -2, 0.5], [0.8, 0.3, -1], 0.1, phi),
  });
}
