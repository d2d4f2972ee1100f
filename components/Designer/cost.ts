import { activationFromFormula } from '../../src/activations/formula/index.ts';
import { findActivation } from '../../src/activations/index.ts';
import { costScore } from '../../src/activations/properties/scorecard.ts';
import type { MeasureCost } from './model.ts';

type Scalar = (x: number) => number;

const inputs = Float64Array.from({ length: 512 }, (_, i) => (i - 256) / 64);
const outputs = new Float64Array(inputs.length);
// Clocks of workers tick every 0.1 ms in some browsers and every 1 ms in others.
const LEAST = 4;
const ROUNDS = 5;

/** Milliseconds per pass over the inputs, from as many passes as the clock needs. */
function timeOf(f: Scalar): number {
  const start = performance.now();
  let passes = 0;
  let spent = 0;
  while (spent < LEAST) {
    for (let i = 0; i < inputs.length; i++) outputs[i] = f(inputs[i]!);
    passes++;
    spent = performance.now() - start;
  }
  return spent / passes;
}

const median = (values: readonly number[]): number =>
  values.toSorted((p, q) => p - q)[Math.floor(values.length / 2)]!;

/** M4 of a function against a copy and a sigmoid that run the same way; medians of five interleaved rounds. */
function against(f: Scalar, copy: Scalar, sigmoid: Scalar): number {
  const rounds = Array.from({ length: ROUNDS }, () => [timeOf(copy), timeOf(sigmoid), timeOf(f)] as const);
  return costScore({
    copy: median(rounds.map(([t]) => t)),
    sigmoid: median(rounds.map(([, t]) => t)),
    f: median(rounds.map(([, , t]) => t)),
  });
}

const known = new Map<string, number>();

/**
 * M4 on this machine. A formula is run step by step, and so are the copy and the sigmoid it is held against; a function of
 * the book runs as compiled code, and so do its copy and its sigmoid.
 */
export const measureCost: MeasureCost = (activation, formula) => {
  const key = formula ?? activation.spec;
  const typed = activation.family === 'yours';
  const copy = typed ? activationFromFormula('x') : findActivation('identity');
  const sigmoid = typed ? activationFromFormula('sigmoid(x)') : findActivation('sigmoid');
  const score = known.get(key) ?? against(activation.f, copy.f, sigmoid.f);
  known.set(key, score);
  return score;
};
