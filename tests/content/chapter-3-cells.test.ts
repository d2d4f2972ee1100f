import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, it } from 'vitest';
import backprop from '../../reference/backprop.json' with { type: 'json' };
import theory from '../../reference/theory.json' with { type: 'json' };
import * as catalogue from '../../src/activations/index.ts';
import { findActivation as phi } from '../../src/activations/index.ts';
import { createRandom } from '../../src/math/random.ts';
import { lengthStep } from '../../src/network/theory/lengthMap.ts';

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Names that cells of this chapter find in scope. */
const scope = { activations: catalogue, random: createRandom };

/** Runs a cell of the chapter as a reader would; returns the values of its names. */
const run = (name: string, ...names: string[]): Record<string, unknown> => runChanged(name, [], ...names);

/** The same after a reader's edits, each [what stands there, what is put in its place]. */
function runChanged(
  name: string,
  edits: readonly (readonly [string, string])[],
  ...names: string[]
): Record<string, unknown> {
  const source = file(`content/3-ideal-properties/cells/${name}.ts`);
  for (const [old] of edits) expect(source).toContain(old);
  const code = stripTypeScriptTypes(edits.reduce((text, [old, now]) => text.replace(old, now), source));
  const Inputs = { table: (rows: unknown) => rows };
  const body = new Function(
    'display',
    'Inputs',
    'activations',
    'random',
    `${code}\nreturn { ${names.join(', ')} };`,
  );
  return body(() => {}, Inputs, scope.activations, scope.random) as Record<string, unknown>;
}

/** What the gradient check says of the weights and the biases of each layer. */
const verdicts = (checks: unknown) =>
  (checks as { weights: string; biases: string }[]).map(({ weights, biases }) => [weights, biases]);

describe('the cells of chapter 3', () => {
  it('differentiate the little network as the figure does', () => {
    const { chainRows } = run('chain-rule', 'chainRows');
    const facts = theory.chapter_facts.chain_rule_example;
    const want = [facts.do_dx, facts.do_dw1, facts.do_db1, facts.do_dw2, facts.do_db2];
    for (const [i, row] of (chainRows as Record<string, number>[]).entries()) {
      expect(row['chain rule']).toBeCloseTo(want[i]!, 14);
      expect(row['finite difference']).toBeCloseTo(want[i]!, 8);
    }
  });

  it('compute χ of GELU three ways', () => {
    const { chi, variance, monteCarlo, tenPoints, squaredSlope } = run(
      'chi',
      'chi',
      'variance',
      'monteCarlo',
      'tenPoints',
      'squaredSlope',
    ) as { chi: number; variance: number } & Record<string, (g: unknown) => number>;
    const exact = lengthStep(phi('gelu'), { sigmaW2: 2 }, 1).chi;
    expect(chi).toBeCloseTo(exact, 10);
    expect(variance * tenPoints!(squaredSlope)).toBeCloseTo(exact, 2);
    expect(Math.abs(variance * monteCarlo!(squaredSlope) - exact)).toBeLessThan(0.03);
  });

  it('back-propagate as the reference does', () => {
    const { gradients, loss, checks } = run('gradient-check', 'gradients', 'loss', 'checks');
    const reference = backprop.cases.find(({ name }) => name === 'silu-mse')!;
    expect((loss as () => number)()).toBeCloseTo(reference.loss, 12);
    const want = reference.grads as unknown as Record<string, number[] & number[][]>;
    (gradients as { W: number[][]; b: number[] }[]).forEach((found, l) => {
      found.W.forEach((row, i) => {
        row.forEach((g, j) => {
          expect(g).toBeCloseTo(want[`W${l + 1}`]![i]![j]!, 12);
        });
      });
      found.b.forEach((g, i) => {
        expect(g).toBeCloseTo(want[`b${l + 1}`]![i]!, 12);
      });
    });
    expect(verdicts(checks)).toEqual(new Array(3).fill(['agree', 'agree']));
  });

  it('carry slopes along', () => {
    const { dualRows } = run('dual-numbers', 'dualRows');
    for (const row of dualRows as Record<string, number>[])
      expect(row['dual numbers']).toBeCloseTo(row['the book’s φ′']!, 14);
  });

  it('show in the first rows only that a prime is gone from the inner layer', () => {
    const lost: [string, string] = ['d2 * net.w2 * slopeAt(h1)', 'd2 * net.w2 * Math.tanh(h1)'];
    const { chainRows } = runChanged('chain-rule', [lost], 'chainRows');
    const wrongs = (chainRows as Record<string, number | string>[])
      .filter((row) => Math.abs(Number(row['chain rule']) - Number(row['finite difference'])) > 1e-6)
      .map((row) => row['do by d…']);
    expect(wrongs).toEqual(['x', 'w1', 'b1']);
  });

  it('find χ = 1 for GELU at the variance of the note, where the length would not stay', () => {
    const { chi, variance, q, fineSum, pull } = runChanged(
      'chi',
      [['const variance = 2;', 'const variance = 2.1937;']],
      'chi',
      'variance',
      'q',
      'fineSum',
      'pull',
    ) as { chi: number; variance: number; q: number; pull: unknown; fineSum: (g: unknown) => number };
    expect(chi).toBeCloseTo(1, 5);
    expect((variance / q) * fineSum(pull)).toBeCloseTo(1.0672, 4);
  });

  it('see a forgotten slope in every layer but the last', () => {
    const { checks } = runChanged('gradient-check', [[' * silu.df(h);', ';']], 'checks');
    expect(verdicts(checks)).toEqual([
      ['wrong', 'wrong'],
      ['wrong', 'wrong'],
      ['agree', 'agree'],
    ]);
  });

  it('see a bias that is forgotten, in its column alone', () => {
    const { checks } = runChanged('gradient-check', [['sums[l].b[i] += d;', '']], 'checks');
    expect(verdicts(checks)).toEqual(new Array(3).fill(['agree', 'wrong']));
  });

  it('differentiate Mish once log(1 + x) is added', () => {
    const added = `const log1p = (a) => ({ v: Math.log1p(a.v), d: a.d / (1 + a.v) });
      const mish = (x) => times(x, tanh(log1p(exp(x))));
      const number =`;
    const { mish, derivative } = runChanged(
      'dual-numbers',
      [['const number =', added]],
      'mish',
      'derivative',
    ) as { mish: unknown; derivative: (f: unknown, x: number) => number };
    for (const x of [-4, -1, 0, 0.3, 2]) expect(derivative(mish, x)).toBeCloseTo(phi('mish').df(x), 12);
  });
});
