const layers = [
  {
    W: [
      [0.815, -1.597],
      [-0.112, -1.185],
      [2.119, 0.577],
      [-1.146, 0.901],
    ],
    b: [0.33, 0.145, 0.273, 0.265],
  },
  {
    W: [
      [0.729, -0.576, -0.177, -0.528],
      [0.263, 1.047, -0.112, 1.02],
      [-0.298, 0.259, 0.037, 0.549],
      [0.308, -0.779, 1.045, 0.06],
    ],
    b: [-0.288, 0.191, 0.169, 0.029],
  },
  {
    W: [[-0.527, 1.094, 0.805, 0.474]],
    b: [-0.081],
  },
];
// Seven samples: two inputs and the target.
const samples = [
  [0.222, 0.428, -0.968],
  [0.853, 0.498, -0.355],
  [1.031, 1.027, -1.761],
  [0.151, -0.712, -0.179],
  [-0.322, -0.458, -0.063],
  [1.601, 1.267, -1.691],
  [-1.373, -0.617, -0.717],
];

const silu = activations.silu;
const last = layers.length - 1;

// h of every layer, and what went into it.
function forward(sample: number[]) {
  let from = sample.slice(0, 2);
  return layers.map(({ W, b }) => {
    const input = from;
    const h = W.map((row, i) =>
      row.reduce((sum, w, j) => sum + w * input[j], b[i]),
    );
    from = h.map((value) => silu.f(value));
    return { input, h };
  });
}

// Mean squared error; the last layer has no activation.
const miss = (sample: number[]) =>
  forward(sample)[last].h[0] - sample[2];
const loss = () =>
  samples.reduce((sum, s) => sum + miss(s) ** 2, 0) /
  samples.length;

function backward() {
  const sums = layers.map(({ W, b }) => ({
    W: W.map((row) => row.map(() => 0)),
    b: b.map(() => 0),
  }));
  for (const sample of samples) {
    const pass = forward(sample);
    let delta = [(2 * miss(sample)) / samples.length];
    for (let l = last; l >= 0; l--) {
      delta.forEach((d, i) => {
        sums[l].b[i] += d;
        pass[l].input.forEach((a, j) => {
          sums[l].W[i][j] += d * a;
        });
      });
      if (l === 0) break;
      delta = pass[l - 1].h.map((h, j) => {
        const sent = layers[l].W.map(
          (row, i) => row[j] * delta[i],
        );
        return sent.reduce((sum, s) => sum + s) * silu.df(h);
      });
    }
  }
  return sums;
}

// Nudges each number of a list; returns the largest error.
function largestError(numbers: number[], found: number[]) {
  const step = 1e-5;
  const errors = numbers.map((n, i) => {
    numbers[i] = n + step;
    const up = loss();
    numbers[i] = n - step;
    const slope = (up - loss()) / (2 * step);
    numbers[i] = n;
    return Math.abs(found[i] - slope);
  });
  return Math.max(...errors);
}

const gradients = backward();
const verdict = (error: number) =>
  error < 1e-8 ? 'agree' : 'wrong';
const checks = gradients.map((found, l) => {
  const { W, b } = layers[l];
  const weights = Math.max(
    ...W.map((row, i) => largestError(row, found.W[i])),
  );
  const biases = largestError(b, found.b);
  return {
    layer: l + 1,
    weights: verdict(weights),
    biases: verdict(biases),
    'largest error': Math.max(weights, biases),
  };
});
display(Inputs.table(checks));
