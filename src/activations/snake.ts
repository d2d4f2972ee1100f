import { cosOfProduct, sinOfProduct, sinOfShiftedProduct } from '../math/sinOfProduct.ts';
import { defineFamily } from './define.ts';

/** f(x) = x + sin²(ax)/a, f′ = 1 + sin 2ax ≥ 0: periodic, yet it grows. Source: Ziyin, Hartwig & Ueda 2020. */
export const snake = defineFamily({
  id: 'snake',
  label: 'snake',
  family: 'softsign',
  names: {},
  tex: 'x+\\tfrac{1}{a}\\sin^2(ax)',
  code: 'x + Math.sin(frequency * x) ** 2 / frequency',
  parameters: [
    { name: 'frequency', symbol: 'a', letter: 'a', default: 1, min: 0.01, max: 100, learned: true },
  ],
  behaviour: ({ frequency }) => ({
    f: (x) => (Math.abs(x) === Infinity ? x : x + sinOfProduct(frequency, x) ** 2 / frequency),
    // 1 + sin 2ax = 2 sin²(ax + π/4), which does not cancel at its zeros.
    df: (x) => 2 * sinOfShiftedProduct(frequency, x) ** 2,
    d2f: (x) => 2 * frequency * cosOfProduct(2 * frequency, x),
    range: { min: -Infinity, max: Infinity, open: [true, true] },
    asymptotes: { left: null, right: null },
    claims: { monotone: true, bounded: false, zeroCentred: false, lipschitz: 2, minimum: null },
  }),
  relatives: ['snake(x) = x + (1 − cos 2ax)/(2a)', 'snake′(x) = 1 + sin 2ax'],
  year: 2020,
  source: 'ziyin2020',
});
