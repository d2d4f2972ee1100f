import { createRandom } from '../../src/math/random.ts';
import { firingRate, type Neuron } from '../../src/network/theory/lif.ts';

/** A leaky integrate-and-fire cell; times in milliseconds, voltage and input in units of the threshold. */
export interface Cell {
  /** Membrane time constant τ. */
  readonly tau: number;
  /** Refractory period: the cell rests this long after a spike. */
  readonly refractory: number;
  /** Standard deviation that the noise alone would give the voltage. */
  readonly noise: number;
  readonly seed: number;
}

/** Step and length of a simulation in milliseconds. */
export const DT = 0.05;
const DURATION = 1000;

type Times = Pick<Cell, 'tau' | 'refractory'>;

/** The times of a cell in seconds. */
export const neuronOf = ({ tau, refractory }: Times): Neuron => ({
  refractory: refractory / 1000,
  membrane: tau / 1000,
});

/** Rate of the noiseless cell in spikes per second; see `firingRate`. */
export const exactRate = (input: number, times: Times): number => firingRate(input, neuronOf(times));

export interface Run {
  /** Spike times in ms. */
  readonly spikes: readonly number[];
  /** Voltage after each step, reset and rest included. */
  readonly voltage: Float32Array;
}

/**
 * Integrates τ dV/dt = −V + I for one second by forward Euler with a step of 0.05 ms; when V reaches 1 the cell spikes,
 * V falls to 0 and stays there for t_ref. Noise adds σ √(2 dt/τ) ξ per step (Ornstein–Uhlenbeck, Euler–Maruyama).
 * Source: Dayan & Abbott 2001, section 5.4.
 */
export function simulate(input: number, cell: Cell): Run {
  const steps = Math.round(DURATION / DT);
  const rest = Math.round(cell.refractory / DT);
  const kick = cell.noise * Math.sqrt((2 * DT) / cell.tau);
  const random = createRandom(cell.seed);
  const voltage = new Float32Array(steps);
  const spikes: number[] = [];
  let v = 0;
  let resting = 0;
  for (let i = 0; i < steps; i++) {
    if (resting > 0) resting--;
    else v += (DT / cell.tau) * (input - v) + (kick > 0 ? kick * random.normal() : 0);
    if (v >= 1) {
      spikes.push((i + 1) * DT);
      v = 0;
      resting = rest;
    }
    voltage[i] = v;
  }
  return { spikes, voltage };
}
