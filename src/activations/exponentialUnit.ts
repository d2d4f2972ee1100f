import type { Behaviour } from './define.ts';

/** The shape px for x > 0, n(e^x − 1) otherwise, p > 0, n ≥ 0, that ELU and SELU share; the left side includes 0. */
export function exponentialUnit(positive: number, negative: number): Behaviour {
  const corner = positive !== negative;
  return {
    f: (x) => (x > 0 ? positive * x : negative * Math.expm1(x)),
    df: (x) => (x > 0 ? positive : negative * Math.exp(x)),
    d2f: (x) => (x < 0 ? negative * Math.exp(x) : 0),
    // `0 - negative` keeps the minimum from being −0 when there is no left side.
    range: { min: 0 - negative, max: Infinity, open: [negative > 0, true] },
    kinks: corner
      ? [{ x: 0, of: 'df', left: negative, right: positive, used: negative }]
      : [{ x: 0, of: 'd2f', left: negative, right: 0, used: 0 }],
    asymptotes: { left: { slope: 0, intercept: 0 - negative }, right: { slope: positive, intercept: 0 } },
    claims: {
      monotone: true,
      bounded: false,
      zeroCentred: false,
      lipschitz: Math.max(positive, negative),
      minimum: negative === 0 ? [0, 0] : null,
    },
  };
}
