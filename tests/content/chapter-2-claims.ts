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
import { controls as planarControls } from '../../components/PlanarTrainer/controls.ts';
import { measuredPlanar } from '../../components/PlanarTrainer/measured.ts';
import { nine } from '../../components/PlanarTrainer/nine.ts';
import { dataNames, pointsOf } from '../../components/PlanarTrainer/points.ts';
import { controls as rangeControls } from '../../components/RangeRunaway/controls.ts';
import { RUNS } from '../../components/RangeRunaway/model.ts';
import { bestPlane, controls as smokersControls } from '../../components/Smokers/controls.ts';
import { measuredNets } from '../../components/Smokers/measured.ts';
import { courseOf } from '../../components/Smokers/model.ts';
import { ceiling, seeds, seen, seenAnswers, unseen } from '../../components/Smokers/people.ts';
import { planeOf, planeRight } from '../../components/Smokers/plane.ts';
import { findActivation, leakyRelu } from '../../src/activations/index.ts';
import { logisticRegression } from '../../src/datasets/logisticRegression.ts';
import { moons } from '../../src/datasets/planar.ts';
import { squaredRadius } from '../../src/datasets/smokers.ts';
import { standardise } from '../../src/datasets/standardise.ts';
import { defaults } from '../../src/figure/settings.ts';
import { wholeNumber } from '../../src/figure/wholeNumber.ts';
import { formats, roundTo } from '../../src/network/index.ts';
import { applyAffine } from '../../src/network/theory/collapse.ts';
import { depthProfile } from '../../src/network/theory/depthProfile.ts';
import { startingNetwork, weightVariance } from '../../src/training/start.ts';
import { accuracyOf, sayOf, spreadOf } from '../../src/training/trained.ts';
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
/** Right answers of every start of a recorded network, in per cent: the numbers behind the figure. */
const net = (sizes: string, act: string) => {
  const { seen: before, unseen: after } = measuredNets.find(
    (row) => row.sizes.join('-') === sizes && row.phi === act,
  )!;
  return { seen: before.map((n) => n / 6), unseen: after.map((n) => n / 20) };
};
const mean = (shares: readonly number[]) => spreadOf(shares).mean / 100;
const flat = ['3-1', '3-8-1', '3-8-8-1'].map((sizes) => net(sizes, 'identity'));
const flatNets = flat.map(({ seen: right }) => mean(right));
/** The one share of new people that every start of every network without a bend gets right; NaN if they differ. */
const flatShares = new Set(flat.flatMap(({ unseen: right }) => right));
const flatUnseen = flatShares.size === 1 ? mean([...flatShares]) : Number.NaN;
const wedges = net('3-2-1', 'relu').unseen;
/** Widths of the recorded ReLU networks with one hidden layer that the storyline walks through, all on the slider. */
const storied = measuredNets
  .filter(({ phi, sizes }) => phi === 'relu' && sizes.length === 3)
  .map(({ sizes }) => sizes[1]!)
  .filter((units) => units <= defaults(smokersControls).units)
  .sort((a, b) => a - b);
/** Starts of the wedge that end below this share of new people, in per cent. */
const stuckBelow = 70;
const stuck = wedges.filter((share) => share < stuckBelow).length;
const { rate, momentum, steps } = defaults(smokersControls);
const course = { rate, momentum, starts: 1, seed: 1, every: 1 };
const started = startingNetwork(courseOf([3, 8, 1], ['relu'], course), 0);
const startingBias = Math.max(...started.tensors.flatMap(({ bias }) => [...bias!].map(Math.abs)));
const bitsOfTraining = 8 * seenAnswers.inputs.BYTES_PER_ELEMENT;

/** The unit of one feature in the invented rule: how far from the middle r² is 1. */
const centre = { weight: 75, systolic: 120, age: 49 };
const unitOf = (feature: keyof typeof centre) => {
  const one = squaredRadius({ ...centre, [feature]: centre[feature] + 1 });
  return Math.round(1e9 / Math.sqrt(one)) / 1e9;
};
/** p = σ(slope · (edge − r²)), read off two people. */
const [first, second] = [0, 1].map((i) => {
  const [weight, systolic, age] = seen.features[i]!;
  return {
    r2: squaredRadius({ weight, systolic, age }),
    logit: Math.log(seen.p[i]! / (1 - seen.p[i]!)),
  };
}) as [{ r2: number; logit: number }, { r2: number; logit: number }];
const slope = Math.round((1e9 * (first.logit - second.logit)) / (second.r2 - first.r2)) / 1e9;
const edge = Math.round(1e9 * (first.r2 + first.logit / slope)) / 1e9;

const ofPlanar = defaults(planarControls);
const seedOfMoons = [7, 8].find(
  (seed) => JSON.stringify(moons({ seed })) === JSON.stringify(pointsOf('moons')),
);
const ruleRight = seen.p.filter((p, i) => p > 0.5 === (labels[i] === 1)).length;

const planarRights = (data: string, act: string) =>
  measuredPlanar.find((row) => row.data === data && row.phi === act)!.right;
const planar = (data: string, act: string) => spreadOf(planarRights(data, act)).mean / 300;
const planarSpread = (data: string, act: string) =>
  `${sayOf(
    accuracyOf(
      planarRights(data, act).map((right) => ({ right, loss: 0 })),
      300,
    ),
    5,
  )}\u202f%`;
/** Sets of points on which every start gets every point right. */
const perfect = (act: string) => dataNames.filter((data) => planarRights(data, act).every((n) => n === 300));
const planarNames = { moons: 'the moons', spirals: 'the spirals', xor: 'XOR' } as const;

/** Multiplications of a layer for one input: one per weight. */
const multiplications = (layers: readonly { weights: readonly (readonly number[])[] }[]) =>
  layers.reduce((sum, layer) => sum + layer.weights.flat().length, 0);
const { folds, depth, width } = defaults(foldingControls);

const errors = (runCell(chapter, 'bends')[0] as { error: string }[]).map(({ error }) => Number(error));
const [errorRatio, errorShare] = errors.slice(1).every((error, i) => Math.round(errors[i]! / error) === 4)
  ? ['Twice', 'quarter']
  : [];
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
const lengths = depthProfile(findActivation('identity'), { sigmaW2: 2 }, { depth: 256 }).q;
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
  smokers: [
    `in units of ${unitOf('age')} years, ${unitOf('weight')} kg and ${unitOf('systolic')} mmHg, a person smokes with probability $\\sigma(${slope}(${edge} - r^2))$`,
    `The ${spelled(measuredNets.length)} others were **measured** beforehand, over ${measuredNets[0]!.seen.length} random starts each: full batches, learning rate ${rate}, momentum ${momentum}, ${steps} steps, seeds 1 to ${measuredNets[0]!.seen.length}.`,
    `Seed ${seeds.seen} made the ${seen.labels.length}, seed ${seeds.unseen} the ${unseen.labels.length} others`,
    `Weights start with variance $${weightVariance(findActivation('relu'))}/n$, for $n$ inputs of a unit, where $\\varphi$ shuts one side as ReLU does, else with $${weightVariance(findActivation('tanh'))}/n$; biases start at ${startingBias}.`,
    `Training is in single precision, float${bitsOfTraining}.`,
    `with ${seen.labels.length} people we made up`,
    `How many of the ${seen.labels.length} does the best of all planes get right?`,
    `answer="${labels.filter((label) => label === 1).length}">\n    So many smoke.`,
    `answer="${best}" right>\n    That is ${percent(best / seen.labels.length, 1)}.`,
    `answer="${ruleRight}">\n    So many the rule itself gets right`,
    `How near to ${best} do you get?`,
    `right about ${best} of the ${seen.labels.length}, or ${percent(best / 600, 1)}`,
    `the squares of the ${spelled(features[0]!.length)} features`,
    `At ${spelled(Math.round((3 * best) / 600))} thirds`,
    `it ends at ${percent(straight.accuracy, 1)}.`,
    `Eight hidden units, or eight and eight more, end at the same plane and the same ${percent(flatNets[2]!, 1)}. These are shares of the ${seen.labels.length}.`,
    `Two ReLU units fold the plane into a wedge: ${percent(mean(wedges.filter((share) => share >= stuckBelow)))}, unless they get stuck below ${percent(stuckBelow / 100)}, as they do from ${stuck} of ${wedges.length} random starts.`,
    `Four make a cup: ${percent(mean(net('3-4-1', 'relu').unseen))}`,
    `set *${smokersControls.units.label}* to ${storied[0]} and press *Train from the start*, then do it again with ${storied[1]} and with ${storied[2]}.`,
    `Eight close it: ${percent(mean(net('3-8-1', 'relu').unseen))}`,
    `are right about ${percent(ceiling(unseen))} only`,
    `now gets ${percent(squares.accuracy, 1)} right`,
    `of ${unseen.labels.length} such people each of the ${spelled(flatNets.length)} gets ${percent(flatUnseen, 1)} right`,
    `judged by the same ${unseen.labels.length} people`,
  ],
  leak: [
    `The input $(1, 1)$ still gives ${leaking(2)}, but $(0, 0)$ gives ${leaking(0)}`,
    `A bias of ${say(-leaking(0), 1)} at the output makes the four answers 0, ${repaired(1)}, ${repaired(1)} and ${repaired(2)}.`,
  ],
  planar: [
    `${percent(planar('spirals', 'identity'))} on the spirals, and on XOR ${percent(planar('xor', 'identity'))}, worse than a coin`,
    `With ReLU, ${spelled(defaults(planarControls).layers)} hidden layers of ${defaults(planarControls).units} units end at ${percent(Math.min(...perfect('relu').map((data) => planar(data, 'relu'))))} on all ${spelled(perfect('relu').length)}, from each of ${spelled(planarRights('moons', 'relu').length)} random starts.`,
    `With tanh they do on ${perfect('tanh')
      .map((data) => planarNames[data])
      .join(' and on ')}; on the spirals they end at ${planarSpread('spirals', 'tanh')}.`,
    `after the same ${defaults(planarControls).steps} steps the spirals stand at ${planarSpread('spirals', 'sigmoid')}`,
    `the chosen network on ${pointsOf('spirals').length} points, made with seed ${seedOfMoons}, with logistic loss. Full batches, learning rate ${ofPlanar.rate}, momentum ${ofPlanar.momentum}`,
    `The ${spelled(nine.length)} small maps`,
    `from one random start each, seed ${ofPlanar.seed}`,
  ],
  bends: [
    `With 8 pieces the polyline misses the sine by at most ${errors[0]!.toFixed(4)}, with 16 by ${errors[1]!.toFixed(4)}, with 32 by ${errors[2]!.toFixed(4)}.`,
    `${errorRatio} the pieces, a ${errorShare} of the error`,
    `with its ${spelled(bestEvenPolynomial(2).coefficients.length)} best numbers`,
    `the degree is 4, the error ${bestEvenPolynomial(2).error.toFixed(4)},`,
  ],
  folds: [
    `The tent is applied ${spelled(ten.folds)} times`,
    `${capital(spelled(ten.units))} is the number of units in the ${spelled(ten.folds)} tents`,
    `$2^{10} = ${ten.pieces}$. Between them lie ${ten.bends} bends`,
    `"${ten.pieces} pieces; at least ${ten.bends} units" right`,
    `Ten tents, ${ten.units} units. In a single layer, at least ${ten.bends}.<SideNote>In fact ${ten.flatUnits}.`,
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
