export const controls = {
  phi: { kind: 'activation', label: 'Activation function φ', default: 'relu' },
  relays: { kind: 'range', label: 'Relays', min: 1, max: 6, step: 1, default: 3 },
  w: { kind: 'range', label: 'Weight w', min: -3, max: 3, step: 0.1, default: 1 },
  b: { kind: 'range', label: 'Bias b', min: -2, max: 2, step: 0.1, default: 0 },
} as const;
