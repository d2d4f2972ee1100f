import { expOfProduct } from '../math/expOfProduct.ts';
import type { Behaviour } from './define.ts';

/*
 * With y = βx everything follows from y σ(y): its only stationary point is y = −1 − W(1/e), its value −W(1/e), and its
 * steepest slope is at y = 2.399…, the root of y tanh(y/2) = 2. Values: reference/theory.json, extrema.silu.
 */
const LOWEST_AT = -1.2784645427610737;
const LOWEST = -0.2784645427610738;
const STEEPEST = 1.099839320128867;

/** xσ(βx), the shape that SiLU (β = 1), Swish and quick GELU (β = 1.702) share; β ≥ 0. */
export function gatedLine(beta: number): Behaviour {
  const line = beta === 0;
  return {
    f(x) {
      const e = expOfProduct(-beta, Math.abs(x));
      // Once e^{−β|x|} is 0 the product would read 0·∞ at −∞.
      if (e === 0) return Math.max(x, 0);
      return x >= 0 ? x / (1 + e) : (x * e) / (1 + e);
    },
    df(x) {
      const e = expOfProduct(-beta, Math.abs(x));
      if (e === 0) return x > 0 ? 1 : 0;
      const y = beta * x;
      const n = 1 + e;
      return x >= 0 ? (1 + (y * e) / n) / n : (e / n) * (1 + y / n);
    },
    d2f(x) {
      const e = expOfProduct(-beta, Math.abs(x));
      if (e === 0) return 0;
      const y = beta * x;
      const n = 1 + e;
      return ((beta * e) / n / n) * (2 - y * Math.tanh(y / 2));
    },
    range: line
      ? { min: -Infinity, max: Infinity, open: [true, true] }
      : { min: LOWEST / beta, max: Infinity, open: [false, true] },
    asymptotes: line
      ? { left: { slope: 0.5, intercept: 0 }, right: { slope: 0.5, intercept: 0 } }
      : { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
    claims: {
      monotone: line,
      bounded: false,
      zeroCentred: line,
      lipschitz: line ? 0.5 : STEEPEST,
      minimum: line ? null : [LOWEST_AT / beta, LOWEST / beta],
    },
  };
}
