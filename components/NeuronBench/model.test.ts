import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { bench, compared, type Triple } from './model.ts';

const x: Triple = [1, -2, 0.5];
const w: Triple = [0.8, 0.3, -1];
const start = bench(x, w, 0.1, 'relu', true);

describe('the unit on the bench', () => {
  it('adds the products from left to right, the bias last', () => {
    expect(start.products).toEqual([0.8, -0.6, -0.5]);
    expect(start.h).toBe(-0.19999999999999993);
  });

  it('sends the reference answer for each of the ten functions', () => {
    const facts = theory.chapter_facts['neuron_bench_h_-0.2_value_and_slope'];
    const keys = compared.map((name) => (name === 'silu' ? 'swish' : name));
    expect([...keys].sort()).toEqual(Object.keys(facts).sort());
    start.answers.forEach(({ a, slope }, i) => {
      const [value, derivative] = facts[keys[i]!] as [number, number];
      expect(a, `${compared[i]} value`).toBeCloseTo(value, 13);
      expect(slope, `${compared[i]} slope`).toBeCloseTo(derivative, 13);
    });
  });

  it('keeps h when the function changes', () => {
    for (const spec of compared) expect(bench(x, w, 0.1, spec, false).h).toBe(start.h);
  });

  it('gives effects that agree with nudging each input', () => {
    const step = 1e-6;
    const unit = bench(x, w, 0.1, 'gelu', false);
    unit.effects.forEach((effect, i) => {
      const nudged = (d: number) => bench(x.with(i, x[i]! + d) as unknown as Triple, w, 0.1, 'gelu', false).a;
      expect(effect).toBeCloseTo((nudged(step) - nudged(-step)) / (2 * step), 8);
    });
  });

  it('ignores every input where the slope is zero', () => {
    expect(start.effects.map(Math.abs)).toEqual([0, 0, 0]);
  });

  it('answers one half exactly when a sigmoid gets h = 0', () => {
    expect(bench(x, w, 0.3, 'sigmoid', false).a).toBeCloseTo(0.5, 14);
  });

  it('sets the reader’s newest functions beside the ten', () => {
    const leave = Array.from({ length: 6 }, (_, i) => announceOwn(ownFunction(`own ${i}`, `${i + 1}x^2`)));
    const { answers, older } = bench(x, w, 0.1, 'relu', true);
    expect(older.map(({ label }) => label)).toEqual(['own 0']);
    expect(answers.slice(10).map(({ activation }) => activation.label)).toEqual([
      'own 1',
      'own 2',
      'own 3',
      'own 4',
      'own 5',
    ]);
    expect(answers[10]!.a).toBeCloseTo(2 * start.h ** 2, 14);
    for (const end of leave) end();
  });

  it('lists the ten answers even where they are not drawn', () => {
    const { answers, all } = bench(x, w, 0.1, 'relu', false);
    expect([answers.length, all]).toEqual([10, false]);
  });
});
