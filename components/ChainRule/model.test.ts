import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { activations } from '../../src/activations/index.ts';
import { type By, output, walk } from './model.ts';

const weights = { w1: 1.5, b1: -0.2, w2: -2, b2: 0.3 };
const at = (by: By, spec = 'tanh') => walk(spec, by, 0.7, weights);
const facts = theory.chapter_facts.chain_rule_example;

describe('the walk through two layers', () => {
  it('gives every derivative of the reference', () => {
    const { o, back, byWeight } = at('slope');
    const got = [o, back.x, byWeight.w1, byWeight.b1, byWeight.w2, byWeight.b2];
    const want = [facts.o, facts.do_dx, facts.do_dw1, facts.do_db1, facts.do_dw2, facts.do_db2];
    for (const [i, value] of got.entries()) expect(value).toBeCloseTo(want[i]!, 14);
  });

  it.each(activations.filter((a) => a.kinks.length === 0).map((a) => a.spec))(
    'agrees with the finite difference for %s',
    (spec) => {
      expect(at('slope', spec).agrees).toBe(true);
    },
  );

  it.each(['elu', 'celu'])('agrees where only f″ of %s jumps', (spec) => {
    const { h2, agrees, back } = walk(spec, 'slope', -3, { w1: -3, b1: -3, w2: 0.5, b2: -3 });
    expect([h2, back.x]).toEqual([0, -1.5]);
    expect(agrees).toBe(true);
  });

  it('disagrees on the kink of ReLU, and only there', () => {
    const at = (x: number) => walk('relu', 'slope', x, { w1: 1, b1: 0, w2: 1, b2: 0 }).agrees;
    expect([at(-0.1), at(0), at(0.1)]).toEqual([true, false, true]);
  });

  it('agrees with nudging each weight', () => {
    const { byWeight, activation } = at('slope', 'gelu');
    for (const name of ['w1', 'b1', 'w2', 'b2'] as const) {
      const moved = (by: number) => output(activation, 0.7, { ...weights, [name]: weights[name] + by });
      expect(byWeight[name]).toBeCloseTo((moved(1e-6) - moved(-1e-6)) / 2e-6, 7);
    }
  });

  it('goes wrong, sign included, when the primes are lost', () => {
    const { back, difference, agrees } = at('value');
    expect(agrees).toBe(false);
    expect(Math.sign(back.x)).toBe(-Math.sign(difference));
  });
});
