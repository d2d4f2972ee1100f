/**
 * Softmax, the one function of the book that looks at all its inputs at once: p_i = e^{x_i/T}/Σ_j e^{x_j/T}, a point
 * of the open simplex. The largest logit is subtracted first, so nothing overflows. Source: Bridle 1990.
 *
 * All functions take n ≥ 1 logits, finite or −∞ (a masked class, probability 0), and a temperature T > 0, default 1.
 * They throw RangeError for no logits, for NaN or +∞ among them, for −∞ only, and for any other temperature.
 */

type Numbers = ArrayLike<number>;

/** What the book says of softmax besides its numbers. */
export const softmaxRecord = {
  id: 'softmax',
  label: 'softmax',
  names: { pytorch: 'torch.nn.Softmax', keras: 'keras.activations.softmax', jax: 'jax.nn.softmax' },
  tex: '\\frac{e^{x_i/T}}{\\sum_j e^{x_j/T}}',
  parameters: [
    { name: 'temperature', symbol: 'T', letter: 'T', default: 1, min: 0.01, max: 100, learned: false },
  ],
  /** Largest ℓ₂ norm of the Jacobian at T = 1, attained at p = (½, ½, 0, …). */
  lipschitz: 0.5,
  relatives: ['softmax([a, b])[0] = sigmoid(a − b)', 'softmax(x + c) = softmax(x)'],
  year: 1990,
  source: 'bridle1990',
} as const;

/** The probabilities; they add up to 1 up to rounding. */
export function softmax(logits: Numbers, temperature = 1): Float64Array {
  const { top, rest } = summary(logits, temperature);
  return Float64Array.from(logits, (x) => Math.exp((x - top) / temperature) / (1 + rest));
}

/** The logarithms of the probabilities, finite where the probabilities themselves underflow. */
export function logSoftmax(logits: Numbers, temperature = 1): Float64Array {
  const { top, rest } = summary(logits, temperature);
  const shift = Math.log1p(rest);
  return Float64Array.from(logits, (x) => (x - top) / temperature - shift);
}

/** ln Σ_i e^{x_i/T}, a smooth maximum of x/T. */
export function logSumExp(logits: Numbers, temperature = 1): number {
  const { top, rest } = summary(logits, temperature);
  return top / temperature + Math.log1p(rest);
}

/**
 * J_ij = ∂p_i/∂x_j = p_i(δ_ij − p_j)/T from the probabilities p, row-major n × n, symmetric, each row adds up to 0.
 * The diagonal uses the sum of the other probabilities, since 1 − p_i loses its digits as p_i → 1.
 */
export function softmaxJacobian(p: Numbers, temperature = 1): Float64Array {
  const n = p.length;
  const jacobian = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    let others = 0;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      others += p[j]!;
      jacobian[i * n + j] = (-p[i]! * p[j]!) / temperature;
    }
    jacobian[i * n + i] = (p[i]! * others) / temperature;
  }
  return jacobian;
}

/** Gradient by the logits, p_i(u_i − Σ_j p_j u_j)/T, for the gradient u by the probabilities: Jᵀu without J. */
export function softmaxBackward(p: Numbers, upstream: Numbers, temperature = 1): Float64Array {
  if (upstream.length !== p.length) {
    throw new RangeError(
      `invalid length of upstream: ${upstream.length}; expected ${p.length}, the length of p`,
    );
  }
  let mean = 0;
  for (let j = 0; j < p.length; j++) mean += p[j]! * upstream[j]!;
  return Float64Array.from(p, (pi, i) => (pi * (upstream[i]! - mean)) / temperature);
}

/** Entropy −Σ p_i ln p_i of the softmax in nats: 0 when one class takes all, ln n when all are equal. */
export function softmaxEntropy(logits: Numbers, temperature = 1): number {
  const p = softmax(logits, temperature);
  const logP = logSoftmax(logits, temperature);
  // A probability of 0 adds nothing, although its logarithm may be −∞.
  return p.reduce((sum, pi, i) => (pi === 0 ? sum : sum - pi * logP[i]!), 0);
}

/** The largest logit and Σ e^{(x_j − top)/T} over all the others, so that the full sum is 1 + rest. */
function summary(logits: Numbers, temperature: number): { top: number; rest: number } {
  if (!(temperature > 0 && temperature < Infinity)) {
    throw new RangeError(`invalid temperature: ${temperature}; expected a finite number above 0`);
  }
  if (logits.length === 0) throw new RangeError('invalid logits: none; expected at least one');
  let at = 0;
  for (let i = 0; i < logits.length; i++) {
    const x = logits[i]!;
    if (!(x < Infinity)) throw new RangeError(`invalid logit: ${x}; expected a finite number or -Infinity`);
    if (x > logits[at]!) at = i;
  }
  const top = logits[at]!;
  if (top === -Infinity) throw new RangeError('invalid logits: all -Infinity; expected a finite one');
  let rest = 0;
  for (let i = 0; i < logits.length; i++) if (i !== at) rest += Math.exp((logits[i]! - top) / temperature);
  return { top, rest };
}
