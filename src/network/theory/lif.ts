/** A leaky integrate-and-fire neuron; times in seconds. */
export interface Neuron {
  /** Refractory time after a spike, ≥ 0. */
  readonly refractory: number;
  /** Membrane time constant, > 0. */
  readonly membrane: number;
}

/** 2 ms and 20 ms, typical of cortical cells. */
export const defaultNeuron: Neuron = { refractory: 0.002, membrane: 0.02 };

/**
 * Firing rate in Hz for a constant input I in units of the threshold: 1/(t_ref + τ ln(I/(I − 1))) for I > 1, else 0.
 * Rises with infinite slope at I = 1 and saturates at 1/t_ref. Source: Lapicque 1907; Dayan & Abbott 2001, ch. 5.
 */
export function firingRate(input: number, { refractory, membrane }: Neuron = defaultNeuron): number {
  if (Number.isNaN(input)) throw new RangeError('invalid input: NaN; expected a number');
  if (input <= 1) return 0;
  // ln(I/(I − 1)) = −log1p(−1/I) keeps its digits for strong input.
  return 1 / (refractory - membrane * Math.log1p(-1 / input));
}

/** The rate that no input exceeds, 1/t_ref. */
export function firingCeiling({ refractory }: Neuron = defaultNeuron): number {
  return 1 / refractory;
}
