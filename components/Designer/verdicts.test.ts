import { describe, expect, it } from 'vitest';
import { activationFromFormula } from '../../src/activations/formula/index.ts';
import { findActivation } from '../../src/activations/index.ts';
import { verdicts } from '../../src/activations/properties/verdicts.ts';
import { examine } from './model.ts';
import { examples } from './settings.ts';

function verdictsOf(formula: string) {
  const it = examine(activationFromFormula(formula), null);
  return verdicts(it, it.he);
}

const said = (formula: string): Record<string, string> =>
  Object.fromEntries(verdictsOf(formula).map(({ head, witness }) => [head, witness]));

describe('verdicts', () => {
  it('notice that the worked example outgrows its cap far out, and that its sister does not', () => {
    expect(said(examples[0].formula)).toMatchObject({
      Unbounded: 'No lowest value; no highest value.',
      'Does not saturate':
        'Far to the left it follows the line 0.01x; far to the right it follows the line 0.01x.',
    });
  });

  it('say of a formula what it says', () => {
    expect(said(examples[1]!.formula)).toMatchObject({
      'Defined everywhere': expect.stringContaining('E f² = 0.5 '),
      Monotone: 'From −10 to 10 it never falls, but it rests in places.',
      'Bounded on one side': 'No lowest value; the highest value is 6, at x = 6.',
      'Saturates on the right':
        'Far to the left it follows the line 0.01x; far to the right it settles at 6.',
      'Two corners': 'The slope jumps at x = 0 from 0.01 to 1 and at x = 6 from 1 to 0.',
      'Slope at most 1': '|f′| is largest at x = 1.',
      'Not zero-centred': 'Standard normal inputs come out with mean 0.395.',
    });
  });

  it('prove that SiLU is not monotone by two places that a reader can check', () => {
    const words = said('x * sigmoid(x)')['Not monotone'] ?? '';
    const [, a, b] = /^f\((\S+)\) > f\((\S+)\), although \1 < \2\.$/.exec(words) ?? [];
    const [left, right] = [a, b].map((x) => Number((x ?? '').replace('−', '-')));
    const { f } = findActivation('silu');
    expect(left!).toBeLessThan(right!);
    expect(f(left!)).toBeGreaterThan(f(right!));
  });

  it.each([
    ['2x + 1', 'A straight line'],
    ['x^3', 'Bends, but a polynomial'],
    ['7', 'Constant'],
    ['tanh(x)', 'Zero-centred'],
    ['tanh(x)', 'Saturates on both sides'],
    ['sin(x)', 'Not monotone'],
    ['-x', 'Monotone, downwards'],
    ['floor(x)', 'Gradients stop here'],
    ['floor(x)', '20 jumps'],
    ['x * sigmoid(x)', 'Smooth'],
    ['elu', 'One jump of the curvature'],
    ['cbrt(x)', 'No limit to the slope'],
    ['x > 1.3 ? 1/(x-1.3) : 0', 'One pole'],
    ['1e-9x', 'Out of scale'],
    ['1/(x-2)', 'Not defined everywhere'],
  ])('of %s include “%s”', (formula, head) => {
    const text = formula === 'elu' ? 'x > 0 ? x : expm1(x)' : formula;
    expect(Object.keys(said(text))).toContain(head);
  });

  it.each([
    ['log(x)', 'f(−30) is not a number.'],
    ['1/0', 'f(−30) is ∞.'],
  ])('of %s begin with the place where it has no value', (formula, hole) => {
    expect(said(formula)['Not defined everywhere']).toContain(hole);
  });

  it('never hold a word that is no word', () => {
    for (const formula of [
      '0/0',
      '1/0',
      'tan(x)',
      'exp(exp(x))',
      'x^x',
      '7',
      'floor(1000x)',
      'log(x)',
      '0',
    ]) {
      for (const [head, witness] of Object.entries(said(formula)))
        expect(`${head}: ${witness}`).not.toMatch(/NaN|undefined|Infinity|null|[^ ]-\d/);
    }
  });
});
