import { describe, expect, it } from 'vitest';
import { findActivation } from '../../src/activations/index.ts';
import { createRandom } from '../../src/math/random.ts';
import { measureCost } from './cost.ts';
import { examine } from './model.ts';
import { costOf, ROUNDS, type Runs, timesOf } from './timing.ts';

/** A machine whose clock stands still but for the passes that it runs: each takes its time, as `weather` will have it. */
function machine(times: Readonly<Record<keyof Runs, number>>, weather: (now: number) => number = () => 1) {
  let now = 0;
  const order: (keyof Runs)[] = [];
  const run = (name: keyof Runs) => () => {
    now += times[name] * weather(now);
    if (order.at(-1) !== name) order.push(name);
  };
  return { runs: { copy: run('copy'), sigmoid: run('sigmoid'), f: run('f') }, clock: () => now, order };
}

const score = (...settings: Parameters<typeof machine>): number => {
  const { runs, clock } = machine(...settings);
  return costOf(timesOf(runs, clock));
};

describe('M4', () => {
  it.each([
    [0.001, 1],
    [0.0005, 1],
    [0.006, 2 / 3],
    [0.011, 0.5],
    [0.021, 1 / 3],
    [0.101, 1 / 11],
  ])('of a function of %d ms beside a sigmoid of 0.011 and a copy of 0.001', (f, want) => {
    expect(score({ copy: 0.001, sigmoid: 0.011, f })).toBeCloseTo(want, 9);
  });

  const same = { copy: 0.001, sigmoid: 0.011, f: 0.011 };
  it('is 0.5 for a sigmoid on a machine that slows down to a third', () => {
    expect(Math.abs(score(same, (now) => 1 + now / 100) - 0.5)).toBeLessThan(0.03);
  });
  it('is 0.5 for a sigmoid on a machine that turns to other work now and then', () => {
    const random = createRandom(3);
    const busy = () => (random.uniform() < 0.002 ? 100 : 0.9 + 0.2 * random.uniform());
    for (let trial = 0; trial < 20; trial++) expect(Math.abs(score(same, busy) - 0.5)).toBeLessThan(0.03);
  });
  it('is 0.5 for a sigmoid by a clock that ticks every tenth of a millisecond', () => {
    const { runs, clock } = machine({ copy: 0.0011, sigmoid: 0.0107, f: 0.0107 });
    const ticking = () => Math.floor(clock() * 10) / 10;
    expect(Math.abs(costOf(timesOf(runs, ticking)) - 0.5)).toBeLessThan(0.03);
  });

  it('times the three in turn, each the first as often as the others', () => {
    const { runs, clock, order } = machine(same);
    timesOf(runs, clock);
    const rounds = order.slice(2);
    expect(ROUNDS).toBeGreaterThanOrEqual(15);
    // From the last of the warm-up on.
    expect(rounds.slice(0, 8)).toEqual(['f', 'copy', 'sigmoid', 'f', 'sigmoid', 'f', 'copy', 'f']);
  });

  it('is 0.5 for the sigmoid by definition, under any of its names', () => {
    for (const formula of ['sigmoid(x)', 'σ(x)', ' logistic( x ) '])
      expect(measureCost(findActivation('relu'), formula)).toBe(0.5);
    expect(measureCost(findActivation('sigmoid'), null)).toBe(0.5);
  });
  it('is measured of every function of the book', () => {
    for (const id of ['relu', 'gelu', 'step', 'snake', 'leaky_relu(negativeSlope=0.2)']) {
      const { cost } = examine(findActivation(id), measureCost(findActivation(id), null));
      expect(cost).toBeGreaterThan(0);
      expect(cost).toBeLessThanOrEqual(1);
    }
  });
});
