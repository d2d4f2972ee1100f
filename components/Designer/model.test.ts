import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { design } from './model.ts';
import { table } from './table.ts';
import { finding, title, trade } from './words.ts';

/** Formulas that are functions of the book, by their keys in the reference. */
const typed = {
  identity: 'x',
  sigmoid: '1 / (1 + exp(-x))',
  tanh: 'tanh(x)',
  softsign: 'x / (1 + |x|)',
  softplus: 'softplus(x)',
  relu: 'max(0, x)',
  'leaky_relu_0.01': 'x > 0 ? x : 0.01x',
  relu6: 'min(max(x, 0), 6)',
  'leaky_relu6_0.01': 'max(0.01x, min(x, 6))',
  elu: 'x > 0 ? x : expm1(x)',
  gelu: 'x * normalCdf(x)',
  silu: 'x * sigmoid(x)',
  hard_swish: 'x * clip(x/6 + 0.5, 0, 1)',
  gaussian: 'exp(-x^2)',
} as const;

describe.each(Object.entries(typed))('the card of %s, typed as %s', (key, formula) => {
  const { mine } = design(formula, 'typed', 'relu');
  const want = theory.scorecard_q1[key as keyof typeof typed];

  it('agrees with the reference', () => {
    const { gradient, zeroCentred, nonlinear } = mine.card;
    const pairs = [
      [gradient.chi, want.chi_normalised],
      [gradient.sigmaW2, want.sigma_w2_for_unit_variance],
      [gradient.score, want.score_gradient],
      [gradient.stability, want.V_prime_at_1],
      [gradient.batchNorm, want.chi_batchnorm_limit],
      [gradient.zeroShare, want.P_df_zero],
      [zeroCentred.score, want.score_zero_centred],
      [zeroCentred.condition, want.hessian_condition_n100],
      [nonlinear.index, want.nonlinearity_index],
    ] as const;
    for (const [got, wanted] of pairs)
      expect(Math.abs(got - wanted)).toBeLessThanOrEqual(wanted === 0 ? 1e-14 : 2e-14 * Math.abs(wanted));
  });
});

describe('a trade', () => {
  it('is named in the words of the card', () => {
    expect(trade(design('max(0.01x, min(x, 6))', 'six', 'relu'))).toBe(
      'Against ReLU it is even on a gradient that survives, a mean of zero and smoothness',
    );
    expect(trade(design('x * sigmoid(x)', 'mine', 'relu'))).toBe(
      'Against ReLU it wins on a mean of zero and smoothness, and pays with a gradient that survives',
    );
    for (const formula of ['sqrt(x)', '0/0'])
      expect(trade(design(formula, 'mine', 'relu'))).toBe('Against ReLU it cannot be graded');
    expect(trade(design('x', 'mine', 'relu'))).toBe(
      'Against ReLU it wins on a mean of zero and smoothness, and pays with a bend',
    );
    expect(trade(design('tanh(x)', 'mine', 'identity'))).toMatch(/ it wins on a bend, and pays with /);
  });
});

describe('titles', () => {
  it.each([
    ['max(0.01x, min(x, 6))', 'it hands a gradient on at its full size'],
    ['sigmoid(x)', 'it loses 20 decades of gradient over fifty layers'],
    ['x^3', 'it adds 6.4 decades of gradient over fifty layers'],
    ['3x', 'it is a straight line, and bends nothing'],
    ['floor(x)', 'it has no slope for a gradient to travel on'],
    ['7', 'it says the same to every input'],
    ['log(x)', 'it has no value at x = −30'],
  ])('of %s: %s', (formula, want) => {
    expect(title(design(formula, 'it', 'relu'))).toBe(want);
  });

  it.each(['0/0', 'exp(exp(x))'])('and numbers of %s stay words', (formula) => {
    const it = design(formula, 'it', 'tanh');
    expect(`${title(it)} ${finding(it)}`).not.toMatch(/NaN|undefined|Infinity/);
    expect(table(it).rows).toHaveLength(17);
  });
});

it('is plain data, for a worker to send', () => {
  const found = design('max(0.1x, x)', 'bend', 'relu');
  expect(structuredClone(found)).toEqual(found);
});
