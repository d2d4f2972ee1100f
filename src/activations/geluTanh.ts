import { productError, sumError } from '../math/twofold.ts';
import { defineActivation } from './define.ts';

const CUBIC = 0.044715;
/** 2√(2/π) to twice the digits of a double. */
const SCALE = 1.5957691216057308;
const SCALE_REST = -9.96930880911092e-17;
/** Beyond this size the exponential is 0. */
const BEYOND = 30;

/**
 * With v = 2√(2/π)(x + 0.044715x³) the function is xσ(v). This is e^{−|v|}: v reaches 700 on the tail, where a
 * rounded v would cost as many ulp, so v is computed in twofold arithmetic.
 */
function exponential(x: number): number {
  const size = Math.abs(x);
  const square = size * size;
  const cubic = CUBIC * square;
  const cubicRest = productError(CUBIC, square, cubic) + CUBIC * productError(size, size, square);
  const factor = 1 + cubic;
  const factorRest = sumError(1, cubic, factor) + cubicRest;
  const bare = size * factor;
  const bareRest = productError(size, factor, bare) + size * factorRest;
  const v = SCALE * bare;
  const rest = productError(SCALE, bare, v) + SCALE * bareRest + SCALE_REST * bare;
  const e = Math.exp(-v);
  return e - e * rest;
}

function f(x: number): number {
  if (Math.abs(x) > BEYOND) return Math.max(x, 0);
  const e = exponential(x);
  return x >= 0 ? x / (1 + e) : (x * e) / (1 + e);
}

function df(x: number): number {
  if (Math.abs(x) > BEYOND) return x > 0 ? 1 : 0;
  const e = exponential(x);
  const n = 1 + e;
  const slope = SCALE * (1 + 3 * CUBIC * x * x);
  return x >= 0 ? (1 + (x * slope * e) / n) / n : (e / n) * (1 + (x * slope) / n);
}

function d2f(x: number): number {
  if (Math.abs(x) > BEYOND) return 0;
  const e = exponential(x);
  const n = 1 + e;
  const slope = SCALE * (1 + 3 * CUBIC * x * x);
  const turn = 6 * SCALE * CUBIC * x;
  const tanh = (Math.sign(x) * (1 - e)) / n;
  return (e / n / n) * (2 * slope + x * (turn - slope * slope * tanh));
}

/** f(x) = ½x(1 + tanh(√(2/π)(x + 0.044715x³))), the approximation of GELU in GPT-2. Source: Hendrycks & Gimpel 2016. */
export const geluTanh = defineActivation({
  id: 'gelu_tanh',
  label: 'GELU, tanh form',
  family: 'gelu',
  names: {
    pytorch: "torch.nn.GELU(approximate='tanh')",
    keras: 'keras.activations.gelu(approximate=True)',
    jax: 'jax.nn.gelu',
  },
  tex: '\\tfrac{x}{2}\\left(1+\\tanh\\left(\\sqrt{2/\\pi}\\,(x+0.044715x^3)\\right)\\right)',
  code: 'x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)))',
  f,
  df,
  d2f,
  range: { min: -0.17004075057125406, max: Infinity, open: [false, true] },
  asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  claims: {
    monotone: false,
    bounded: false,
    zeroCentred: false,
    lipschitz: 1.1289930686587717,
    minimum: [-0.7524614220710163, -0.17004075057125406],
  },
  relatives: ['gelu_tanh(x) ≈ gelu(x)', 'gelu_tanh(x) = x sigmoid(2√(2/π)(x + 0.044715x³))'],
  year: 2016,
  source: 'hendrycks2016',
});
