import { describe, expect, it } from 'vitest';
import { evaluate, FormulaError, parseFormula } from '../../src/activations/formula/index.ts';
import { activations, findActivation } from '../../src/activations/index.ts';
import { normalCdf, normalDensity } from '../../src/math/special.ts';
import { foldName } from './knownFunctions.ts';
import type { Repair } from './repair.ts';
import { repairsOf } from './repairs.ts';

type Scalar = (x: number) => number;

function repairs(text: string): readonly Repair[] {
  try {
    parseFormula(text);
  } catch (error) {
    if (error instanceof FormulaError) return repairsOf(text, error);
    throw error;
  }
  throw new Error(`${text} was read`);
}

const places = [-7.5, -2.5, -0.7, 0.3, 0.9, 2, 6.5];

function expectSame(formula: string, meant: Scalar): void {
  for (const x of places) {
    const [got, want] = [evaluate(parseFormula(formula), x), meant(x)];
    if (Number.isNaN(want)) expect(got, `${formula} at ${x}`).toBeNaN();
    else expect(Math.abs(got - want), `${formula} at ${x}`).toBeLessThan(1e-12 * Math.max(1, Math.abs(want)));
  }
}

const book = (spec: string): Scalar => findActivation(spec).f;
const swish: Scalar = (x) => x / (1 + Math.exp(-x));

/** What was typed, what the first button writes, and what that must be. */
const meant: readonly (readonly [typed: string, first: string, Scalar])[] = [
  // Names without a sign between them.
  ['sinx', 'sin(x)', Math.sin],
  ['2sinx', '2sin(x)', (x) => 2 * Math.sin(x)],
  ['sin2x', 'sin(2x)', (x) => Math.sin(2 * x)],
  ['xsinx', 'x * sin(x)', (x) => x * Math.sin(x)],
  ['sinxcosx', 'sin(x) * cos(x)', (x) => Math.sin(x) * Math.cos(x)],
  ['log10x', 'log10(x)', Math.log10],
  ['log2x', 'log2(x)', Math.log2],
  ['expx', 'exp(x)', Math.exp],
  ['tanhx', 'tanh(x)', Math.tanh],
  ['xsigmoid(x)', 'x * sigmoid(x)', swish],
  ['xe^-x', 'x * e^-x', (x) => x * Math.exp(-x)],
  ['2x2', '2x^2', (x) => 2 * x * x],
  ['x2 + 1', 'x^2 + 1', (x) => x * x + 1],
  ['e^-x2', 'e^-x^2', (x) => Math.exp(-(x ** 2))],
  ['pix', 'pi * x', (x) => Math.PI * x],
  ['gelux', '', book('gelu')],
  // Functions without brackets.
  ['sin x', 'sin(x)', Math.sin],
  ['sin 2x + 1', 'sin(2x) + 1', (x) => Math.sin(2 * x) + 1],
  ['sin x cos x', 'sin(x) cos(x)', (x) => Math.sin(x) * Math.cos(x)],
  ['sin cos x', 'sin(cos(x))', (x) => Math.sin(Math.cos(x))],
  ['sin^2 x', 'sin(x)^2', (x) => Math.sin(x) ** 2],
  ['sin^2(x) + 1', 'sin(x)^2 + 1', (x) => Math.sin(x) ** 2 + 1],
  ['2sin^-1(x/9)', '2asin(x/9)', (x) => 2 * Math.asin(x / 9)],
  ['exp^-x', 'e^-x', (x) => Math.exp(-x)],
  ['exp -x^2', 'exp(-x^2)', (x) => Math.exp(-(x ** 2))],
  ['x * tanh', 'x * tanh(x)', (x) => x * Math.tanh(x)],
  ['tanh * x', 'tanh(x) * x', (x) => x * Math.tanh(x)],
  ['tanh - x', 'tanh(x) - x', (x) => Math.tanh(x) - x],
  ['log|x|', 'log(|x|)', (x) => Math.log(Math.abs(x))],
  ['tanh()', 'tanh(x)', Math.tanh],
  // Letters.
  ['max(0.1x, mim(x, 6))', 'max(0.1x, min(x, 6))', (x) => Math.max(0.1 * x, Math.min(x, 6))],
  ['x * sigmiod(x)', 'x * sigmoid(x)', swish],
  ['X * Sigmoid(X)', 'x * sigmoid(x)', swish],
  ['SIN(PI x)', 'sin(pi x)', (x) => Math.sin(Math.PI * x)],
  ['sin(х)', 'sin(x)', Math.sin],
  ['z sigmoid(z)', 'x sigmoid(x)', swish],
  ['f(t) = t^2', 'x^2', (x) => x * x],
  ['mim(x, mxa(0, 1))', 'min(x, max(0, 1))', (x) => Math.min(x, 1)],
  // Languages for computers.
  ['np.maximum(0, x)', 'max(0, x)', book('relu')],
  ['torch.nn.functional.gelu(x)', '', book('gelu')],
  ['Math.sinx', 'sin(x)', Math.sin],
  ['x if x > 0 else 0.1x', 'x > 0 ? x : 0.1x', (x) => (x > 0 ? x : 0.1 * x)],
  ['np.where(x > 0, x, 0.1x)', 'x > 0 ? x : 0.1x', (x) => (x > 0 ? x : 0.1 * x)],
  ['x > 0 and x < 1', 'x > 0 && x < 1', (x) => Number(x > 0 && x < 1)],
  ['lambda x: x ** 3', 'x ** 3', (x) => x ** 3],
  ['const f = x => Math.tanh(x)', 'Math.tanh(x)', Math.tanh],
  ['x.^2', 'x^2', (x) => x * x],
  ['x = 0 ? 1 : x', 'x == 0 ? 1 : x', (x) => (x === 0 ? 1 : x)],
  // Signs.
  ['1,5x + 0,5', '1.5x + 0.5', (x) => 1.5 * x + 0.5],
  ['max(0, x', 'max(0, x)', book('relu')],
  ['max(0, tanh(x', 'max(0, tanh(x))', (x) => Math.max(0, Math.tanh(x))],
  ['max(0, x))', 'max(0, x)', book('relu')],
  ['max(0.1x; x)', 'max(0.1x, x)', (x) => Math.max(0.1 * x, x)],
  ['max[0, x]', 'max(0, x)', book('relu')],
  ['|x', '|x|', Math.abs],
  ['-1 < x < 1', '-1 < x && x < 1', (x) => Number(-1 < x && x < 1)],
  ['√x', 'sqrt(x)', Math.sqrt],
  ['√x + √(1 + x²)', 'sqrt(x) + sqrt(1 + x²)', (x) => Math.sqrt(x) + Math.sqrt(1 + x * x)],
  ['√(1 + x²)', 'sqrt(1 + x²)', (x) => Math.sqrt(1 + x * x)],
  ['x⁴', 'x^4', (x) => x ** 4],
  ['tanh(x);', 'tanh(x)', Math.tanh],
  ['"tanh(x)"', 'tanh(x)', Math.tanh],
  ['ｔａｎｈ（ｘ）', 'tanh(x)', Math.tanh],
  // Functions that the language lacks, with their arguments.
  ['gelu x + 1', '', (x) => book('gelu')(x) + 1],
  ['nn.GELU()(x)', '', book('gelu')],
  ['nn.LeakyReLU(0.2)(x)', '', book('leaky_relu(negativeSlope=0.2)')],
  ['log-sigmoid(x)', '', (x) => -Math.log1p(Math.exp(-x))],
  ['2 * gelu(x) + 1', '', (x) => 2 * book('gelu')(x) + 1],
  ['gelu', '', book('gelu')],
  ['gleu(x)', '', book('gelu')],
  ['swish(2x)', '', (x) => book('swish')(2 * x)],
  ['elu(x, 0.5)', '', book('elu(alpha=0.5)')],
  ['F.leaky_relu(x, negative_slope=0.2)', '', book('leaky_relu(negativeSlope=0.2)')],
  ['Leaky ReLU(x)', '', book('leaky_relu')],
  ['x * hard-sigmoid(x)', '', book('hard_swish')],
  ['mish(mish(x))', '', (x) => book('mish')(book('mish')(x))],
  ['max(gelu(x), -elu(-x))', '', (x) => Math.max(book('gelu')(x), -book('elu')(-x))],
  ['atanh(x/9)', '', (x) => Math.atanh(x / 9)],
  ['trunc(x)', '', Math.trunc],
  ['square(x - 1)', '', (x) => (x - 1) ** 2],
];

describe('the first repair', () => {
  it.each(meant)('of %s is %s', (typed, first, f) => {
    const [repair] = repairs(typed);
    if (first !== '') expect(repair?.text).toBe(first);
    expectSame(repair!.text, f);
  });

  const lacking = activations.filter(({ id }) => {
    try {
      parseFormula(`${id}(x)`);
      return false;
    } catch {
      return true;
    }
  });
  it.each(
    lacking.flatMap((one) => [one.id, one.label, foldName(one.id)].map((name) => [name, one] as const)),
  )('of %s(x) is the book’s own formula', (name, { f, label }) => {
    // A label may hold a comma, which is no part of a name.
    if (label.includes(',') && name === label) return;
    expectSame(repairs(`${name}(x)`)[0]!.text, f);
  });
  it('knows what the book’s functions are, by their definitions', () => {
    expectSame(repairs('gelu(x)')[0]!.text, (x) => x * normalCdf(x));
    expectSame(repairs('silu(x)')[0]!.text, swish);
    expect(normalDensity(0)).toBeCloseTo(0.3989422804014327, 15);
  });
});

describe('repairs', () => {
  it('of what is ambiguous are several', () => {
    expect(repairs('x2').map(({ text }) => text)).toEqual(['x^2', '2x']);
    expect(repairs('sih(x)').map(({ text }) => text)).toEqual(['sin(x)', 'sinh(x)']);
  });

  it.each([
    'NaN',
    'Infinity',
    'softmax(x)',
    'null',
    'phi(x)',
    'sin^-2',
    'foo(x)',
    'alert(1)',
    'constructor(x)',
    '__proto__',
    'αx + 1',
    'a * x',
    'x +',
    'x x 1 2',
    'max()',
    'log|',
    'x + $',
    'x;x',
    'Math.random()',
    'x => x ? ',
    '重み * x',
    'elu(x, -1)',
    '',
  ])('of %s are none', (typed) => {
    expect(repairs(typed)).toEqual([]);
  });

  it('can all be read, whatever was typed', () => {
    const pieces = [
      ...['sin', 'x', '2', '^', '(', ')', ' ', 'gelu', 'max', '|', ',', '-', '*', '=', 'if', 'else', '>'],
      ...['log10', 'NaN', '.', '?', ':', '[', 'z', 'and', '√', '$', 'xe', ';'],
    ];
    let state = 11;
    let offered = 0;
    for (let i = 0; i < 3000; i++) {
      let text = '';
      for (let k = 0; k < 4; k++) {
        state = (state * 48271) % 2147483647;
        text += pieces[state % pieces.length];
      }
      try {
        parseFormula(text);
      } catch (error) {
        for (const repair of repairsOf(text, error as FormulaError)) {
          offered++;
          expect(() => parseFormula(repair.text), `${text} → ${repair.text}`).not.toThrow();
          expect(repair.label).not.toBe('');
        }
      }
    }
    expect(offered).toBeGreaterThan(100);
  });

  it.each([
    'x'.repeat(10_000),
    'x'.repeat(900),
    'gelu('.repeat(150),
    'sinx'.repeat(200),
    '1,5+'.repeat(200),
    'sin '.repeat(250),
  ])('of long text take no time: %s', (typed) => {
    const start = performance.now();
    repairs(typed);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
