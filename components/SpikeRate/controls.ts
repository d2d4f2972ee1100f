export const controls = {
  phi: { kind: 'activation', label: 'Function laid over it', default: 'relu' },
  input: {
    kind: 'range',
    label: 'Input I, in thresholds',
    min: 0,
    max: 10,
    step: 0.1,
    default: 2,
  },
  tau: { kind: 'range', label: 'Time constant τ', min: 5, max: 50, step: 1, default: 20, unit: 'ms' },
  rest: { kind: 'range', label: 'Refractory period', min: 0, max: 10, step: 0.5, default: 2, unit: 'ms' },
  noise: { kind: 'range', label: 'Noise σ', min: 0, max: 1, step: 0.05, default: 0 },
  seed: { kind: 'seed', label: 'Seed of the noise', default: 1 },
} as const;
