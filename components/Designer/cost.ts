import { parseFormula, toCode } from '../../src/activations/formula/index.ts';
import { compile } from '../CostBench/compile.ts';
import type { MeasureCost } from './model.ts';
import { skeletonOf } from './numbers.ts';
import { formulaOf } from './presets.ts';
import { costOf, ROUNDS, type Round, type Runs, timesOf } from './timing.ts';

const inputs = Float64Array.from({ length: 512 }, (_, i) => (i - 256) / 64);
const SIGMOID = 'sigmoid(x)';

const runOf = (formula: string): (() => void) => compile(parseFormula(formula), inputs).run;
const yardsticks: { of?: Omit<Runs, 'f'> } = {};

/**
 * Rounds of what was measured before: asked again, a function is timed again for a while, and the medians are over all.
 * Other numbers in a formula cost the same, so that a slider need not wait for the clock.
 */
const known = new Map<string, readonly Round[]>();
const AGAIN = 15;
const MOST = 2 * ROUNDS;

/**
 * M4 on this machine: the formula, a copy and a sigmoid, each as a loop of WebAssembly of its own, so that none is timed
 * through machinery that the others have slowed down. The sigmoid scores 0.5 by definition.
 */
export const measureCost: MeasureCost = (activation, typed) => {
  const formula = typed ?? formulaOf(activation);
  const code = toCode(parseFormula(formula));
  if (code === SIGMOID || activation.spec === 'sigmoid') return 0.5;
  yardsticks.of ??= { copy: runOf('x'), sigmoid: runOf(SIGMOID) };
  const key = skeletonOf(code);
  const before = known.get(key) ?? [];
  const rounds = before.length === 0 ? ROUNDS : before.length < MOST ? AGAIN : 0;
  if (rounds > 0) {
    const runs = { ...yardsticks.of, f: runOf(formula) };
    known.set(key, [...before, ...timesOf(runs, () => performance.now(), rounds)]);
  }
  return costOf(known.get(key)!);
};
