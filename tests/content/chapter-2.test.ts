import { describe, expect, it } from 'vitest';
import { controls as collapseControls } from '../../components/CollapseMachine/controls.ts';
import { byHand, machine, run as runLayers } from '../../components/CollapseMachine/model.ts';
import { randomNet } from '../../components/Folding/randomNet.ts';
import { tents } from '../../components/Folding/tents.ts';
import { bestPlane } from '../../components/Smokers/controls.ts';
import { ceiling, seen, unseen } from '../../components/Smokers/people.ts';
import { planeOf, planeRight } from '../../components/Smokers/plane.ts';
import measured from '../../reference/measured.json' with { type: 'json' };
import theory from '../../reference/theory.json' with { type: 'json' };
import { findActivation, leakyRelu } from '../../src/activations/index.ts';
import { logisticRegression } from '../../src/datasets/logisticRegression.ts';
import { standardise } from '../../src/datasets/standardise.ts';
import { defaults } from '../../src/figure/settings.ts';
import { formats, roundTo } from '../../src/network/index.ts';
import { applyAffine } from '../../src/network/theory/collapse.ts';
import { depthProfile } from '../../src/network/theory/depthProfile.ts';
import { digitsIn, proseOf, say, withoutClaims } from './claims.ts';
import { bestEvenPolynomial } from './minimax.ts';
import { runCell } from './runCell.ts';

const chapter = '2-why-nonlinearity';
const text = proseOf(chapter);

const vector = (values: readonly number[]) => `(${values.map(String).join(', ')})`;
const answers = (phi: string, x: readonly number[]) => runLayers(byHand, findActivation(phi), x);
const [tame, wild] = [answers('identity', [2, -1]), answers('identity', [-2, 1])];
const bent = machine({ ...defaults(collapseControls), net: 'hand', phi: 'relu', x1: -2, x2: 1 });
const random = machine(defaults(collapseControls));
const { weights, bias } = bent.one;

const best = planeRight(planeOf(bestPlane), seen);
const features = seen.features.map((row) => [...row]);
const labels = Array.from(seen.labels, (label) => (label === 1 ? 1 : 0));
const percent = (share: number, digits = 0) => `${(100 * share).toFixed(digits)}\u202f%`;
const straight = logisticRegression(features, labels);
const squares = logisticRegression(
  features.map((row) => {
    const centred = standardise(straight.scaler, row);
    return [...centred, ...centred.map((value) => value ** 2)];
  }),
  labels,
);
const smoker = (sizes: string, act: string) =>
  measured.smokers.rows.find((row) => row.sizes.join('-') === sizes && row.act === act)!;
const planar = (data: string, act: string) =>
  measured.planar.rows.find((row) => row.data === data && row.act === act)!.train_acc_mean;

const errors = (runCell(chapter, 'bends')[0] as { error: string }[]).map(({ error }) => Number(error));
const pieces = (depth: number) =>
  Array.from({ length: 200 }, (_, i) => randomNet(depth, 8, i + 1).pieces).reduce((a, b) => a + b) / 200;
const ten = tents(10, 0.5);
const lengths = depthProfile(findActivation('identity'), { sigmaW2: 2 }, { depth: 256 }).q;
const overflow = (format: 'float16' | 'float32') =>
  lengths.findIndex((q) => roundTo(format, Math.sqrt(q)) === Infinity) + 1;
const sigmoid = findActivation('sigmoid').f;

const leaky = leakyRelu({ negativeSlope: 0.1 }).f;
/** The two units of XOR with a leak, from the number of ones. */
const leaking = (ones: number) => leaky(ones) - 2 * leaky(ones - 1);
const repaired = (ones: number) => say(leaking(ones) - leaking(0), 1);

const computed = {
  example: [
    `$h = ${vector(tame[0]!.h)}$, and the outputs make $${vector(tame[1]!.a)}$`,
    `Not for the first: its hidden numbers 1, 1 and 3 are positive`,
    `Its hidden numbers are ${tame[0]!.h.join(', ').replace(/, (\d)$/, ' and $1')}.`,
    `Its hidden numbers are ${wild[0]!.h
      .map((v) => say(v, 0))
      .join(', ')
      .replace(/, (−\d)$/, ' and $1')}. ReLU turns them into ${answers('relu', [-2, 1])[0]!
      .a.join(', ')
      .replace(/, (\d)$/, ' and $1')}.`,
    `For $(2, -1)$ the answer is $${vector(answers('relu', [2, -1])[1]!.a)}$ either way. For $(-2, 1)$ it is $${vector(wild[1]!.a)}$ without ReLU and $${vector(answers('relu', [-2, 1])[1]!.a)}$ with it.`,
    `(3, 1) = ${vector(weights[0]!)}$. Second row: $1 \\cdot (1, 2) - 1 \\cdot (0, -1) + 1 \\cdot (3, 1) = ${vector(weights[1]!)}$.`,
    `$W_2 b_1 + b_2 = (2, -1) + (0, 1) = ${vector(bias)}$`.replace(/_\d/g, ''),
    `$2 \\cdot 2 + 3 \\cdot (-1) + 2 = ${2 * 2 + 3 * -1 + 2}$ and $4 \\cdot 2 + 4 \\cdot (-1) + 0 = ${4 * 2 + 4 * -1}$. The same $${vector(applyAffine(bent.one, [2, -1]))}$`,
    `Our example sends $(0, 0)$ to $${vector(bias)}$`,
  ],
  bend: [
    `cut the square into ${bent.regions!.length} pieces`,
    `at ${bent.agreeing} of ${bent.grid.length} inputs`,
    `each of ${random.grid.length} inputs`,
  ],
  smokers: [
    `right about ${best} of the ${seen.labels.length}, or ${percent(best / 600, 1)}`,
    `it ends at ${percent(straight.accuracy, 1)}.`,
    `the same ${percent(smoker('3-8-8-1', 'identity').train_acc_mean, 1)}.`,
    `into a wedge: ${percent(smoker('3-2-1', 'relu').test_acc_mean)}`,
    `Four make a cup: ${percent(smoker('3-4-1', 'relu').test_acc_mean)}`,
    `Eight close it: ${percent(smoker('3-8-1', 'relu').test_acc_mean)}`,
    `are right about ${percent(ceiling(unseen))} only`,
    `now gets ${percent(squares.accuracy, 1)} right`,
    '2,000 people',
  ],
  leak: [
    `The input $(1, 1)$ still gives ${leaking(2)}, but $(0, 0)$ gives ${leaking(0)}`,
    `A bias of ${say(-leaking(0), 1)} at the output makes the four answers 0, ${repaired(1)}, ${repaired(1)} and ${repaired(2)}.`,
  ],
  planar: [
    `${percent(planar('spirals', 'identity'))} on the spirals, and on XOR ${percent(planar('xor', 'identity'))}, worse than a coin`,
    `two hidden layers of 16 units end at ${percent(planar('spirals', 'relu'))} on all three`,
  ],
  bends: [
    `With 8 pieces the polyline misses the sine by at most ${errors[0]!.toFixed(4)}, with 16 by ${errors[1]!.toFixed(4)}, with 32 by ${errors[2]!.toFixed(4)}.`,
    `the degree is 4, the error ${bestEvenPolynomial(2).error.toFixed(4)},`,
  ],
  folds: [
    `$2^{10} = ${ten.pieces}$. Between them lie ${ten.flatUnits} bends`,
    `"${ten.pieces} pieces; at least ${ten.flatUnits} units" right`,
    `Ten tents, ${ten.units} units. In a single layer, at least ${ten.flatUnits}.`,
    `needs ${ten.flatUnits + 1}, one more`,
    `"${ten.pieces} pieces; ${ten.units} units, cleverly arranged"`,
    `24 units make ${tents(12, 0.5).pieces} pieces`,
    `three layers of 8 we count ${pieces(3).toFixed(1)}, on average over 200 networks; with six layers of 8, ${pieces(6).toFixed(1)}.`,
  ],
  range: [
    `After ${overflow('float16')} layers the typical size is ${Math.sqrt(lengths[31]!).toFixed(0)}, and half-precision numbers end at ${formats.float16.max}. After ${overflow('float32')} layers, single precision ends too.`,
    `the next number after 2048 is ${2048 + 2}: ${2049} cannot be stored`,
    `Of $(2, 0)$ it makes $(${sigmoid(2).toFixed(3)}, ${sigmoid(-2).toFixed(3)})$`,
  ],
};

/** Numbers that the examples start from, names, exact values proved in the text and settings of the figures. */
const given = [
  '2x',
  '3x',
  '+ 1 \\\\',
  '- 2\n',
  '2h',
  '+ 1 .',
  '$x = (2, -1)$. The hidden',
  'inputs $(2, -1)$ and $(-2, 1)$',
  'Only for $(2, -1)$',
  'Only for $(-2, 1)$',
  'First row: $2 \\cdot (1, 2) + 1 \\cdot (0, -1) + 0 \\cdot ',
  'Check it at $x = (2, -1)$',
  'W = 1.5/n$',
  'b = 0.25$',
  'Set the width to 1,',
  'from 100 inputs through a single unit to 100 units and on to 100 outputs',
  'answer="100"',
  'answer="10, the geometric mean"',
  'answer="2"',
  'answer="1" right',
  'at least 0: there',
  '\\ge 0$',
  '\\le 0$',
  '\\ge 2$',
  '$1 + x',
  'section 2, reason 1',
  'section 2, reason 2',
  'section 2,',
  'f(x)',
  'send it to $(0, 0)$',
  "phi: 'relu', x1: -2, x2: 1",
  'from 1 towards 0. At 1 it is',
  'step away from 1 brings',
  'holds 600 of them',
  '18 years, 12 kg and 12 mmHg',
  '$\\sigma(3(2.5 - r^2))$',
  'rate 0.1, momentum 0.9, 1,500 steps',
  '- 2\\, \\varphi(s - 1)',
  'counts the ones: 0, 1, 1, 2. The second wakes up at 2 only',
  'Left over: 0, 1, 1, 0.',
  '$h^2$',
  ')^2',
  'negativeSlope: 0.1',
  'on 300 points',
  'do better with 8.',
  'of degree 2.',
  '$[-1, 1]$ by 1/8. Not by 1/8 or less with more units: by exactly 1/8',
  'T(x) = 2',
  '- 4\\,',
  '\\tfrac12',
  'from 0 to 1 at the middle of the interval and falls back to 0',
  '$1 - x$',
  'answer="20 pieces; 20 units"',
  'answer="100 pieces; about 100 units"',
  '20 units have at most 20 bends',
  'multiples of $2^{-k}$',
  'through 50 random layers',
  '^2',
  '= 2$ the identity',
  '256 units',
  '$q = 2$',
  'below 1: no number',
  'At exactly 1 it fades like',
  '1/(2l)',
  '$2/n$',
  'W = 2/n$',
  'mean square 1.',
  'as long for 3 as for 30 million',
  '0 or 1, for different inputs',
  'add up to 1. Its values come near 0 and 1;',
  'float16',
  '[Chapter 4]',
  '[chapter 3]',
];

describe('chapter 2', () => {
  it.each(Object.entries(computed))('says of the %s what the models compute', (_, claims) => {
    for (const claim of claims) expect(text).toContain(claim);
  });

  it('contains no number that nothing checks', () => {
    const rest = withoutClaims(text, [...Object.values(computed).flat(), ...given]);
    expect(digitsIn(rest)).toEqual([]);
  });

  it('names only givens that it contains', () => {
    expect(given.filter((phrase) => !text.includes(phrase))).toEqual([]);
  });

  it('calls the collapse rounding where it is', () => {
    expect(random.largest).toBeGreaterThan(0);
    expect(random.largest).toBeLessThan(1e-13);
  });

  it('is right that no width of linear layers beats the plane that training finds', () => {
    for (const sizes of ['3-1', '3-8-1', '3-8-8-1']) {
      expect(smoker(sizes, 'identity').train_acc_mean).toBe(
        theory.datasets.smokers_600_2024.logistic_regression_accuracy,
      );
    }
  });

  it('reads float16 as the format does', () => {
    expect([2048, 2050].map((x) => roundTo('float16', x))).toEqual([2048, 2050]);
    expect(roundTo('float16', 2049)).not.toBe(2049);
  });
});
