// The scalar functions that have a vector form. p, q, r, s are a function's parameters; the numbers of the kinds and the
// parameters come from src/network/kernels/activationKind.ts.
import { clamp, hardSwish, leaky, relu, softsign, squaredRelu } from './piecewise';
import { elu, gaussian, gelu, geluTanh, mish, sigmoid, softplus, swish, tanh } from './smooth';

/**
 * y ← φ(x), and slope ← φ′(x) unless that pointer is 0. Pointers count bytes, n is
 * a multiple of 4; the pointers may be equal.
 */
export function activate(kind: i32, n: i32, x: usize, y: usize, slope: usize, p: f32, q: f32, r: f32, s: f32): void {
  switch (kind) {
    case 0: return relu(n, x, y, slope);
    case 1: return leaky(n, x, y, slope, p);
    case 2: return clamp(n, x, y, slope, p, q, r, s);
    case 3: return sigmoid(n, x, y, slope);
    case 4: return tanh(n, x, y, slope, p, q, r);
    case 5: return swish(n, x, y, slope, p, s);
    case 6: return gelu(n, x, y, slope);
    case 7: return geluTanh(n, x, y, slope);
    case 8: return elu(n, x, y, slope, p, q, r);
    case 9: return softplus(n, x, y, slope, p, q);
    case 10: return mish(n, x, y, slope);
    case 11: return softsign(n, x, y, slope);
    case 12: return gaussian(n, x, y, slope);
    case 13: return hardSwish(n, x, y, slope);
    default: return squaredRelu(n, x, y, slope);
  }
}
