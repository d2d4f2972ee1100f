export const controls = {
  fourth: {
    kind: 'activation',
    label: 'Function of the fourth picture',
    hint: 'A function that has not been recorded is measured now, with three networks instead of ten.',
    default: 'gelu',
  },
} as const;
