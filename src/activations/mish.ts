import { defineActivation } from './define.ts';

/*
 * With w = e^x, tanh(ln(1 + w)) = w(w + 2)/D, D = w² + 2w + 2: no logarithm left and nothing that cancels.
 * Right of 0 the same in n = 1/w, so that w² never overflows: (1 + 2n)/N, N = 1 + 2n + 2n².
 */

function f(x: number): number {
  if (x > 0) {
    const n = Math.exp(-x);
    return (x * (1 + 2 * n)) / (1 + 2 * n * (1 + n));
  }
  const w = Math.exp(x);
  return w === 0 ? 0 : (x * w * (w + 2)) / (w * (w + 2) + 2);
}

function df(x: number): number {
  if (x > 0) {
    const n = Math.exp(-x);
    const N = 1 + 2 * n * (1 + n);
    return n === 0 ? 1 : (1 + 2 * n + (4 * x * n * n * (1 + n)) / N) / N;
  }
  const w = Math.exp(x);
  const D = w * (w + 2) + 2;
  return w === 0 ? 0 : (w * (4 * (1 + x) + w * (6 + 4 * x + w * (4 + w)))) / (D * D);
}

function d2f(x: number): number {
  if (x > 0) {
    const n = Math.exp(-x);
    const N = 1 + 2 * n * (1 + n);
    const bracket = 2 * (1 - x) + n * (3 * (2 - x) + n * (2 * (4 + x) + n * 2 * (2 + x)));
    return n === 0 ? 0 : (4 * Math.exp(-2 * x) * bracket) / (N * N * N);
  }
  const w = Math.exp(x);
  const D = w * (w + 2) + 2;
  const bracket = 2 * (2 + x) + w * (2 * (4 + x) + w * (3 * (2 - x) + w * 2 * (1 - x)));
  return w === 0 ? 0 : (4 * w * bracket) / (D * D * D);
}

/** f(x) = x tanh(ln(1 + e^x)), minimum −0.309 at −1.192. Source: Misra 2019, arXiv:1908.08681. */
export const mish = defineActivation({
  id: 'mish',
  label: 'Mish',
  family: 'mish',
  names: { pytorch: 'torch.nn.Mish', keras: 'keras.activations.mish', jax: 'jax.nn.mish' },
  tex: 'x\\tanh\\left(\\ln(1+e^x)\\right)',
  code: 'x * Math.tanh(Math.log1p(Math.exp(x)))',
  f,
  df,
  d2f,
  range: { min: -0.30884341301725043, max: Infinity, open: [false, true] },
  asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  claims: {
    monotone: false,
    bounded: false,
    zeroCentred: false,
    lipschitz: 1.088498161251728,
    minimum: [-1.1924312145154952, -0.30884341301725043],
  },
  relatives: ['mish(x) = x tanh(softplus(x))'],
  year: 2019,
  source: 'misra2019',
});
