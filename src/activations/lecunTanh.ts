import { sechSquared } from '../math/logistic.ts';
import { productError } from '../math/twofold.ts';
import { defineActivation } from './define.ts';

const AMPLITUDE = 1.7159;

/** sech²(2x/3): where it is small, e^{−4|x|/3} would multiply the rounding of the exponent, so that is made good. */
function slopeShape(x: number): number {
  const size = Math.abs(x);
  const y = (2 * size) / 3;
  const shape = sechSquared(y);
  if (y < 1 || shape === 0) return shape;
  // 3y = 2|x| but for the rounding of y, which productError finds exactly.
  const missing = (2 * size - 3 * y - productError(3, y, 3 * y)) / 3;
  return shape - 2 * Math.tanh(y) * shape * missing;
}

/** f(x) = 1.7159 tanh(2x/3), made so that f(±1) ≈ ±1 and |f″| is largest there. Source: LeCun et al. 1998. */
export const lecunTanh = defineActivation({
  id: 'lecun_tanh',
  label: 'LeCun tanh',
  family: 'tanh',
  names: {},
  tex: '1.7159\\,\\tanh\\left(\\tfrac{2}{3}x\\right)',
  code: '1.7159 * Math.tanh(2 * x / 3)',
  f: (x) => AMPLITUDE * Math.tanh(x / 1.5),
  df: (x) => ((2 * AMPLITUDE) / 3) * slopeShape(x),
  d2f: (x) => ((-8 * AMPLITUDE) / 9) * Math.tanh(x / 1.5) * slopeShape(x),
  range: { min: -AMPLITUDE, max: AMPLITUDE, open: [true, true] },
  asymptotes: { left: { slope: 0, intercept: -AMPLITUDE }, right: { slope: 0, intercept: AMPLITUDE } },
  claims: {
    monotone: true,
    bounded: true,
    zeroCentred: true,
    lipschitz: (2 * AMPLITUDE) / 3,
    minimum: null,
  },
  relatives: ['lecun_tanh(x) = 1.7159 tanh(2x/3)'],
  year: 1998,
  source: 'lecun1998',
});
