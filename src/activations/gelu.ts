import { normalCdf, normalDensity } from '../math/special.ts';
import { productError } from '../math/twofold.ts';
import { defineActivation } from './define.ts';

/** f(x) = xΦ(x) with the normal distribution function Φ; minimum −0.170 at −0.752. Source: Hendrycks & Gimpel 2016. */
export const gelu = defineActivation({
  id: 'gelu',
  label: 'GELU',
  family: 'gelu',
  names: { pytorch: 'torch.nn.GELU', keras: 'keras.activations.gelu', jax: 'jax.nn.gelu(approximate=False)' },
  tex: 'x\\,\\Phi(x)',
  code: 'x * (1 + erf(x / Math.SQRT2)) / 2',
  // At −∞ the product would read −∞·0.
  f: (x) => (x < -40 ? 0 : x * normalCdf(x)),
  df: (x) => (Math.abs(x) > 40 ? (x > 0 ? 1 : 0) : normalCdf(x) + x * normalDensity(x)),
  d2f: (x) => (Math.abs(x) > 40 ? 0 : normalDensity(x) * twoMinusSquare(x)),
  range: { min: -0.16997120747990366, max: Infinity, open: [false, true] },
  asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  claims: {
    monotone: false,
    bounded: false,
    zeroCentred: false,
    lipschitz: 1.1289041451851547,
    minimum: [-0.7517915246935645, -0.16997120747990366],
  },
  relatives: ['gelu(x) − gelu(−x) = x', 'gelu(x) ≈ quick_gelu(x) ≈ gelu_tanh(x)'],
  year: 2016,
  source: 'hendrycks2016',
});

/** 2 − x² without the rounding of x², so that the inflections at ±√2 keep their digits. */
function twoMinusSquare(x: number): number {
  const square = x * x;
  return 2 - square - productError(x, x, square);
}
