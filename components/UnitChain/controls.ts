export const controls = {
  phi: { kind: 'activation', label: 'Activation function φ', default: 'sigmoid' },
  layers: { kind: 'range', label: 'Layers', min: 1, max: 50, step: 1, default: 10 },
  w: {
    kind: 'range',
    label: 'Weight w',
    min: -12,
    max: 12,
    step: 0.1,
    default: 1,
    marks: [
      { value: -4, label: '−4' },
      { value: 4, label: '4' },
    ],
  },
  b: { kind: 'range', label: 'Bias b', min: -12, max: 12, step: 0.1, default: 0 },
  a: { kind: 'range', label: 'Input a', min: -3, max: 3, step: 0.05, default: 0 },
} as const;
