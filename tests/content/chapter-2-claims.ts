import { controls as collapseControls } from '../../components/CollapseMachine/controls.ts';
import {
  byHand,
  machine,
  variances as ofStack,
  run as runLayers,
} from '../../components/CollapseMachine/model.ts';
import { controls as foldingControls } from '../../components/Folding/controls.ts';
import { mostCompared, mostMarked } from '../../components/Folding/graph.ts';
import { variances as ofFolds, randomNet } from '../../components/Folding/randomNet.ts';
import { tents } from '../../components/Folding/tents.ts';
import { controls as rangeControls } from '../../components/RangeRunaway/controls.ts';
import { RUNS } from '../../components/RangeRunaway/model.ts';
import { findActivation, leakyRelu } from '../../src/activations/index.ts';
import { defaults } from '../../src/figure/settings.ts';
import { wholeNumber } from '../../src/figure/wholeNumber.ts';
import { formats, roundTo } from '../../src/network/index.ts';
import { applyAffine } from '../../src/network/theory/collapse.ts';
import { lengthsOf } from '../../src/network/theory/lengthMap.ts';
import { meanSquareOf } from '../../src/network/theory/meanSquare.ts';
import { bestKnots } from './bestKnots.ts';
import { training } from './chapter-2-training.ts';
import { capital, plural, spelled } from './chapter-2-words.ts';
import { say } from './claims.ts';
import { bestEvenPolynomial } from './minimax.ts';
import { runCell } from './runCell.ts';

const chapter = '2-why-nonlinearity';

const vector = (values: readonly number[]) => `(${values.map(String).join(', ')})`;
const answers = (phi: string, x: readonly number[]) => runLayers(byHand, findActivation(phi), x);
const [tame, wild] = [answers('identity', [2, -1]), answers('identity', [-2, 1])];
const bent = machine({ ...defaults(collapseControls), net: 'hand', phi: 'relu', x1: -2, x2: 1 });
const random = machine(defaults(collapseControls));
const { weights, bias } = bent.one;

/** Multiplications of a layer for one input: one per weight. */
const multiplications = (layers: readonly { weights: readonly (readonly number[])[] }[]) =>
  layers.reduce((sum, layer) => sum + layer.weights.flat().length, 0);
const { folds, depth, width } = defaults(foldingControls);

const errors = (runCell(chapter, 'bends')[0] as { error: string }[]).map(({ error }) => Number(error));
const [errorRatio, errorShare] = errors.slice(1).every((error, i) => Math.round(errors[i]! / error) === 4)
  ? ['Twice', 'quarter']
  : [];
/** Places for knots on [0, 1]. */
const parts = 1000;
const countedNets = 200;
const pieces = (layers: number) =>
  Array.from({ length: countedNets }, (_, i) => randomNet(layers, width, i + 1).pieces).reduce(
    (a, b) => a + b,
  ) / countedNets;
/** Pieces per hidden unit, on average over random networks. */
export const perUnit = (layers: number) => pieces(layers) / (layers * width);
const [lineFrom, lineTo] = [0, -1].map((i) => randomNet(depth, width, 1).corners.at(i)![0]);
const ten = tents(10, 0.5);
const [, [, top], [, end]] = tents(1, 0.5).corners as [unknown, [number, number], [number, number]];
/** By how much the slope changes at a bend of the tents, in units of the slope at the start. */
const changeByBend = Math.abs((end - top - top) / top);
const lengths = lengthsOf(meanSquareOf(findActivation('identity')), { sigmaW2: 2 }, 256);
const overflow = (format: 'float16' | 'float32') =>
  lengths.findIndex((q) => roundTo(format, Math.sqrt(q)) === Infinity) + 1;
const sigmoid = findActivation('sigmoid').f;

const leaky = leakyRelu({ negativeSlope: 0.1 }).f;
/** The two units of XOR with a leak, from the number of ones. */
const leaking = (ones: number) => leaky(ones) - 2 * leaky(ones - 1);
const repaired = (ones: number) => say(leaking(ones) - leaking(0), 1);

/** Sentences of the chapter, made from the models, the recorded runs and the settings that its figures start from. */
export const computed = {
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
    `${capital(spelled(byHand[0]!.bias.length))} lines cut the square into ${bent.regions!.length} pieces`,
    `at ${bent.agreeing} of ${bent.grid.length} inputs`,
    `each of ${random.grid.length} inputs`,
    `$\\operatorname{Var} W = ${ofStack.weights}/n$ for $n$ inputs of a unit and $\\operatorname{Var} b = ${ofStack.biases}$. All numbers`,
    `for ${spelled(multiplications([bent.one]))} multiplications instead of ${spelled(multiplications(byHand))}`,
    `Each of the ${spelled(byHand[0]!.bias.length)} units draws a line`,
    `${spelled(collapseControls.layers.max)} layers of ${spelled(collapseControls.width.max)} units`,
  ],
  ...training,
  leak: [
    `The input $(1, 1)$ still gives ${leaking(2)}, but $(0, 0)$ gives ${leaking(0)}`,
    `A bias of ${say(-leaking(0), 1)} at the output makes the four answers 0, ${repaired(1)}, ${repaired(1)} and ${repaired(2)}.`,
  ],
  bends: [
    `With 8 pieces the polyline misses the sine by at most ${errors[0]!.toFixed(4)}, with 16 by ${errors[1]!.toFixed(4)}, with 32 by ${errors[2]!.toFixed(4)}.`,
    `${errorRatio} the pieces, a ${errorShare} of the error`,
    `do better with 8. The best eight, with knots at multiples of ${1 / parts}, reach ${bestKnots(8, parts).error.toFixed(4)}.`,
    `with its ${spelled(bestEvenPolynomial(2).coefficients.length)} best numbers`,
    `the degree is 4, the error ${bestEvenPolynomial(2).error.toFixed(4)},`,
  ],
  folds: [
    `The tent is applied ${spelled(ten.folds)} times`,
    `${capital(spelled(ten.units))} is the number of units in the ${spelled(ten.folds)} tents`,
    `$2^{10} = ${ten.pieces}$. Between them lie ${ten.bends} bends`,
    `"${ten.pieces} pieces; at least ${ten.bends} units" right`,
    `Ten tents, ${ten.units} units. In a single layer, at least ${ten.bends}.<SideNote>In fact ${ten.flatUnits}. With ${ten.bends}, every bend`,
    `changes by $\\pm ${changeByBend} \\cdot 2^k$`,
    `a multiple of $${changeByBend} \\cdot 2^k$. The graph starts with $2^k$. One unit at 0`,
    `"${ten.pieces} pieces; ${ten.units} units, cleverly arranged"`,
    `${depth * width} units make ${tents((depth * width) / 2, 0.5).pieces} pieces`,
    `${spelled(depth)} layers of ${width} we count ${pieces(depth).toFixed(1)} on the stretch from ${say(lineFrom!, 0)} to ${say(lineTo!, 0)}, on average over ${countedNets} networks; with ${spelled(2 * depth)} layers of ${width}, ${pieces(2 * depth).toFixed(1)}.`,
    `Per unit that is ${perUnit(depth).toFixed(2)} and ${perUnit(2 * depth).toFixed(2)} pieces, where a single layer of ${width} makes ${perUnit(1).toFixed(2)}:`,
    `One cut through the folded paper, ${plural(tents(folds, 0.7).holes.length, 'hole')}.`,
    `up to ${mostCompared} folds a fainter line`,
    `Up to ${mostMarked} holes are drawn`,
    `$\\operatorname{Var} W = ${ofFolds.weights}/n$ and $\\operatorname{Var} b = ${ofFolds.biases}$; their bends`,
  ],
  range: [
    `After ${overflow('float16')} layers the typical size is ${wholeNumber(Math.sqrt(lengths[31]!))}, and half-precision numbers end at ${wholeNumber(formats.float16.max)}. After ${overflow('float32')} layers, single precision ends too.`,
    `through ${defaults(rangeControls).depth} random layers`,
    `since ${defaults(rangeControls).width} units are not infinitely many`,
    `in ${spelled(RUNS)} random networks of the chosen width`,
    `The input has mean square ${(lengths[0]! / 2).toFixed(0)}.`,
    `the next number after 2048 is ${2048 + 2}: ${2049} cannot be stored`,
    `Of $(2, 0)$ it makes $(${sigmoid(2).toFixed(3)}, ${sigmoid(-2).toFixed(3)})$`,
  ],
};
