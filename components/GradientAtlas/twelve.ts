/** What twelve functions make of a gradient in twenty layers of 256 units, as log₁₀ ‖δ_1‖/‖δ_20‖. */
export type Ratio = readonly [predicted: number, measured: number, deviation: number];

/**
 * Theory to three decimals; mean and standard deviation of twenty measured networks, the reference measurement of this
 * book. Columns: σ_w² = 1/3, 1 and 2. The test holds them against theory and reference.
 */
export const twelve: readonly (readonly [spec: string, ratios: readonly Ratio[]])[] = [
  [
    'sigmoid',
    [
      [-16.161, -16.18, 0.1],
      [-11.962, -11.99, 0.1],
      [-9.533, -9.56, 0.11],
    ],
  ],
  [
    'tanh',
    [
      [-4.66, -4.68, 0.1],
      [-0.711, -0.74, 0.12],
      [0.231, 0.22, 0.12],
    ],
  ],
  [
    'softsign',
    [
      [-4.982, -5.01, 0.1],
      [-1.387, -1.42, 0.11],
      [-0.414, -0.43, 0.12],
    ],
  ],
  [
    'softplus',
    [
      [-10.072, -10.09, 0.08],
      [-5.119, -5.12, 0.11],
      [-1.225, -1.11, 0.22],
    ],
  ],
  [
    'relu',
    [
      [-7.392, -7.41, 0.09],
      [-2.86, -2.88, 0.09],
      [0, -0.02, 0.09],
    ],
  ],
  [
    'leaky_relu(negativeSlope=0.2)',
    [
      [-7.231, -7.3, 0.1],
      [-2.698, -2.77, 0.1],
      [0.162, 0.09, 0.1],
    ],
  ],
  [
    'elu',
    [
      [-4.691, -4.72, 0.1],
      [-0.825, -0.85, 0.11],
      [0.618, 0.59, 0.1],
    ],
  ],
  [
    'selu',
    [
      [-1.921, -1.96, 0.07],
      [0.285, 0.27, 0.12],
      [1.335, 1.31, 0.09],
    ],
  ],
  [
    'gelu',
    [
      [-10.142, -10.17, 0.1],
      [-5.4, -5.42, 0.11],
      [-1.059, -0.82, 0.59],
    ],
  ],
  [
    'silu',
    [
      [-10.196, -10.22, 0.1],
      [-5.55, -5.57, 0.11],
      [-2.218, -2.17, 0.21],
    ],
  ],
  [
    'hard_swish',
    [
      [-10.219, -10.24, 0.1],
      [-5.6, -5.62, 0.1],
      [-2.384, -2.34, 0.2],
    ],
  ],
  [
    'mish',
    [
      [-8.699, -8.72, 0.1],
      [-4.057, -4.08, 0.11],
      [-0.211, -0.19, 0.23],
    ],
  ],
];
