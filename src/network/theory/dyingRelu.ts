/** Probabilities that a ReLU net is dead before it has seen any data. */

/**
 * P(some hidden layer outputs only zeros for one fixed non-zero input) = 1 − (1 − 2^−N)^L, exactly, for L hidden
 * layers of N units, zero biases and independent weights from a symmetric continuous distribution.
 */
export function bornDead(width: number, hiddenLayers: number): number {
  checkCount('width', width);
  checkCount('number of hidden layers', hiddenLayers);
  // expm1 and log1p keep the digits of probabilities as small as 1e-18.
  return -Math.expm1(hiddenLayers * Math.log1p(-(2 ** -width)));
}

/** Smallest number of hidden layers of the given width for which `bornDead` reaches one half. */
export function layersUntilHalfDead(width: number): number {
  checkCount('width', width);
  return Math.ceil(Math.log(0.5) / Math.log1p(-(2 ** -width)));
}

/**
 * Upper bound 1 − Π (1 − 2^−N_l) on the probability that a net with hidden layers of these widths is born dead, i.e.
 * constant in its input. Source: Lu, Shin, Su, Karniadakis 2020, arXiv:1903.06733.
 */
export function bornDeadBound(hiddenWidths: readonly number[]): number {
  let logAlive = 0;
  for (const width of hiddenWidths) {
    checkCount('width', width);
    logAlive += Math.log1p(-(2 ** -width));
  }
  return -Math.expm1(logAlive);
}

function checkCount(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(`invalid ${name}: ${value}; expected a positive integer`);
  }
}
