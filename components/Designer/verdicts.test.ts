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

  it('bear out what the page says of the worked example and of its sister', () => {
    const [example, sister] = examples.slice(0, 2).map(({ formula }) => activationFromFormula(formula));
    expect(said(examples[0].formula)['Two corners']).toContain('at x = 6');
    const gradient = (phi: typeof example) => examine(phi!, null).card.gradient;
    const [joined, leaky] = [gradient(example), gradient(findActivation('leaky_relu'))];
    expect(1 / joined.zeroShare).toBeGreaterThan(0.95e9);
    expect(1 / joined.zeroShare).toBeLessThan(1.05e9);
    expect(joined.chi).toBeCloseTo(leaky.chi, 6);
    expect(joined.sigmaW2).toBeCloseTo(leaky.sigmaW2, 6);
    expect(example!.f(599)).toBe(6);
    expect(example!.f(601)).toBeGreaterThan(6);
    const { f } = findActivation('leaky_relu6');
    for (const x of [-700, -3, 0, 2.5, 6, 7, 700]) expect(sister!.f(x)).toBe(f(x));
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
    ['cbrt(x)', 'One vertical tangent'],
    ['cbrt(x)', 'Zero-centred'],
    ['cbrt(x)', 'Gradients: χ = ∞'],
    ['sqrt(|x|)', 'Gradients: χ = ∞'],
    ['sin(100x)', 'Zero-centred'],
    ['sin(1000x)', 'Cannot be averaged'],
    ['sin(1000x)', 'Smooth'],
    ['sin(1e15x)', 'Cannot be averaged'],
    ['sign(sin(1000x))', 'A bend of unknown size'],
    ['sign(sin(1000x))', 'Mean not found'],
    ['tan(x)', 'Not defined everywhere'],
    ['tan(x)', 'Six poles'],
    ['tan(x)', 'Mean not found'],
    ['1', 'No bend'],
    ['0.3', 'No bend'],
    ['x==x', 'No bend'],
    ['7', 'No bend'],
    ['0', 'No bend'],
    ['1/(x-0.013)', 'A bend of unknown size'],
    ['1/(x-0.013)', 'Unbounded'],
    ['log(|x-0.013|)', 'One pole'],
    ['log(|x-0.013|)', 'Bends'],
    ['1/(x-13)', 'Unbounded'],
    ['1e-200x', 'Unbounded'],
    ['1e-200x', 'Does not saturate'],
    ['1e-200x', 'A straight line'],
    ['1e-9tanh(x)', 'Saturates on both sides'],
    ['1e9tanh(x)', 'Saturates on both sides'],
    ['floor(1e9x)', 'Too fine to see'],
    ['floor(1000x)', '64 or more jumps'],
    ['floor(1000x)', 'Gradients stop here'],
    ['x > 1.3 ? 1/(x-1.3) : 0', 'One pole'],
    ['1e-9x', 'Out of scale'],
    ['1/(x-2)', 'Not defined everywhere'],
  ])('of %s include “%s”', (formula, head) => {
    const text = formula === 'elu' ? 'x > 0 ? x : expm1(x)' : formula;
    expect(Object.keys(said(text))).toContain(head);
  });

  it.each([
    ['1', 'Bends, but a polynomial'],
    ['0.3', 'Bends, but a polynomial'],
    ['7', 'A straight line'],
    ['cbrt(x)', 'Not zero-centred'],
    ['sin(100x)', 'Not zero-centred'],
    ['tan(x)', 'Defined everywhere'],
    ['1/(x-0.013)', 'No bend'],
    ['log(|x-0.013|)', 'No bend'],
    ['1e-200x', 'Bounded'],
    ['floor(1e9x)', 'Smooth'],
  ])('of %s do not include “%s”', (formula, head) => {
    expect(Object.keys(said(formula))).not.toContain(head);
  });

  it('name the level that a function falls to, and not what rounding leaves of it', () => {
    for (const formula of ['1/(x-0.013)^2', '1/(x-13)', '1/(x-0.013)'])
      expect(said(formula)['Saturates on both sides']).toBe(
        'Far to the left it settles at 0; far to the right it settles at 0.',
      );
    expect(said('1/(x-0.013)^2')['Bounded on one side']).toContain('The lowest value is 0, approached');
  });

  it.each([
    ['sin(2pi*x)', 'Bounded', 'The lowest value is −1, at x = −0.25; the highest value is 1, at x = 0.25.'],
    [
      'x * sin(x)',
      'Does not saturate',
      'Far to the left it swings ever wider; far to the right it swings ever wider.',
    ],
    [
      'x - floor(x)',
      'Bounded',
      'The lowest value is 0, at x = 0; the highest value is 1, approached but not reached.',
    ],
    [
      'x - floor(x)',
      '20 jumps',
      'f jumps at x = −9 from 1 to 0, at x = −8 from 1 to 0, at x = −7 from 1 to 0 and 17 more places.',
    ],
    [
      'sin(0.1x)',
      'Bends',
      'A straight line explains more than 99.9 % of what it does; the bend is the rest.',
    ],
    [
      '100tanh(x/100)',
      'Almost a straight line',
      'For standard normal inputs a line explains all but a millionth of it.',
    ],
    ['relu(x - 12)', 'Constant near 0', 'It never moves between −10 and 10.'],
    ['1/(x - 20)', 'No limit to the slope', 'See x = 20.'],
    [
      'sin(x)^2',
      'Does not saturate',
      'Far to the left it keeps swinging between 0 and 1; far to the right it keeps swinging between 0 and 1.',
    ],
    [
      '1e7x',
      'Does not saturate',
      'Far to the left it follows the line 1 × 10^7 x; far to the right it follows the line 1 × 10^7 x.',
    ],
    ['sign(x)', 'Bounded', 'The lowest value is −1, at x = −1; the highest value is 1, at x = 1.'],
    ['x < 0 ? 0 : sin(x)', 'Not monotone', 'f(1.6) > f(4.7), although 1.6 < 4.7.'],
    ['tanh(x)', 'Leaves some inputs alone', 'f(x) = x at x = 0, which attracts.'],
    [
      'max(0.5x, 2x)',
      'Leaves some inputs alone',
      'f(x) = x at x = 0, which attracts from below and repels from above.',
    ],
    ['1 - x', 'Leaves some inputs alone', 'f(x) = x at x = 0.5, which neither attracts nor repels.'],
    [
      'clip(100x, -1, 1)',
      'Two corners',
      'The slope jumps at x = −0.01 from 0 to 100 and at x = 0.01 from 100 to 0.',
    ],
    [
      'ln(1 + e^x)',
      'Saturates on the left',
      'Far to the left it settles at 0; far to the right it follows the line x (beyond 710 it is ∞).',
    ],
    [
      'x > 20.001 ? 0/0 : x',
      'Perhaps bounded',
      'No lowest value; the highest value is unknown, because it is not a number far out.',
    ],
  ])('of %s say “%s” and why', (formula, head, witness) => {
    expect(said(formula)[head]).toBe(witness);
  });

  it.each([
    ['log(x)', 'f(−30) is not a number.'],
    ['1/0', 'f(−30) is ∞.'],
    ['tan(x)', 'It leaves for infinity at x = −29.8451.'],
    ['1/(x-13)', 'f(13) is ∞.'],
    ['log(|x-0.013|)', 'f(0.013) is −∞.'],
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
      'cbrt(x)',
      'sqrt(|x|)',
      'sign(sin(1000x))',
      'sin(1e15x)',
      '1/(x-0.013)',
      '1e-200x',
    ]) {
      for (const [head, witness] of Object.entries(said(formula)))
        expect(`${head}: ${witness}`).not.toMatch(/NaN|undefined|Infinity|null|[^ ]-\d/);
    }
  });
});
