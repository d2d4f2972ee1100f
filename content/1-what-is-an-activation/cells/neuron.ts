type Phi = (h: number) => number;
const relu: Phi = (h) => Math.max(0, h);
const sigmoid: Phi = (h) => 1 / (1 + Math.exp(-h));

// Gather the evidence, then answer.
function neuron(x: number[], w: number[], b: number, phi: Phi) {
  const h = x.reduce((sum, xi, i) => sum + w[i] * xi, 0) + b;
  return { h, a: phi(h) };
}

for (const phi of [relu, sigmoid, Math.tanh]) {
  const unit = neuron([1, -2, 0.5], [0.8, 0.3, -1], 0.1, phi);
  display({ phi: phi.name, ...unit });
}
