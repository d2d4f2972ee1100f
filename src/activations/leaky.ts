import type { Behaviour } from './define.ts';
import { line } from './line.ts';

/** The two-line shape x, αx that leaky ReLU, PReLU and RReLU share, any finite α; the line on the left includes 0. */
export function leaky(alpha: number): Behaviour {
  const bounded = alpha <= 0;
  return {
    f: (x) => (x > 0 ? x : line(alpha, x)),
    df: (x) => (x > 0 ? 1 : alpha),
    d2f: () => 0,
    range: { min: bounded ? 0 : -Infinity, max: Infinity, open: [!bounded, true] },
    kinks: alpha === 1 ? [] : [{ x: 0, of: 'df', left: alpha, right: 1, used: alpha }],
    asymptotes: { left: { slope: alpha, intercept: 0 }, right: { slope: 1, intercept: 0 } },
    claims: {
      monotone: alpha >= 0,
      bounded: false,
      zeroCentred: alpha === 1,
      lipschitz: Math.max(1, Math.abs(alpha)),
      minimum: bounded ? [0, 0] : null,
    },
  };
}
