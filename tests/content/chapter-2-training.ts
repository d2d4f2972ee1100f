import { controls as planarControls } from '../../components/PlanarTrainer/controls.ts';
import { measuredPlanar } from '../../components/PlanarTrainer/measured.ts';
import { nine } from '../../components/PlanarTrainer/nine.ts';
import { dataNames, pointsOf } from '../../components/PlanarTrainer/points.ts';
import { bestPlane, controls as smokersControls } from '../../components/Smokers/controls.ts';
import { measuredNets } from '../../components/Smokers/measured.ts';
import { courseOf } from '../../components/Smokers/model.ts';
import { ceiling, seeds, seen, seenAnswers, unseen } from '../../components/Smokers/people.ts';
import { planeOf, planeRight } from '../../components/Smokers/plane.ts';
import { findActivation } from '../../src/activations/index.ts';
import { logisticRegression, predict } from '../../src/datasets/logisticRegression.ts';
import { moons } from '../../src/datasets/planar.ts';
import { squaredRadius } from '../../src/datasets/smokers.ts';
import { standardise } from '../../src/datasets/standardise.ts';
import { defaults } from '../../src/figure/settings.ts';
import { startingNetwork, weightVariance } from '../../src/training/start.ts';
import { accuracyOf, sayOf, spreadOf } from '../../src/training/trained.ts';
import { spelled } from './chapter-2-words.ts';
import { percent } from './claims.ts';

const best = planeRight(planeOf(bestPlane), seen);
const features = seen.features.map((row) => [...row]);
const labels = Array.from(seen.labels, (label) => (label === 1 ? 1 : 0));
const straight = logisticRegression(features, labels);
const squared = (row: readonly number[]) => {
  const centred = standardise(straight.scaler, row);
  return [...centred, ...centred.map((value) => value ** 2)];
};
const squares = logisticRegression(features.map(squared), labels);
/** Share of the new people that logistic regression with squares gets right. */
const squaresUnseen =
  unseen.features.filter((row, i) => predict(squares, squared(row)) > 0.5 === (unseen.labels[i] === 1))
    .length / unseen.labels.length;
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

/** Sentences of the chapter about networks that learn, from the recorded runs and the settings of their figures. */
export const training = {
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
    `now gets ${percent(squaresUnseen, 1)} of the ${unseen.labels.length} new people right`,
    `of ${unseen.labels.length} such people each of the ${spelled(flatNets.length)} gets ${percent(flatUnseen, 1)} right`,
    `judged by the same ${unseen.labels.length} people`,
  ],
  planar: [
    `There are ${spelled(dataNames.length)} sets of points.`,
    `started with weights of variance $${weightVariance(findActivation('sigmoid'))}/n$, is markedly slower`,
    `${percent(planar('moons', 'identity'), 1)} on the moons, ${percent(planar('spirals', 'identity'))} on the spirals, and on XOR ${percent(planar('xor', 'identity'))}, worse than a coin`,
    `With ReLU, ${spelled(defaults(planarControls).layers)} hidden layers of ${defaults(planarControls).units} units end at ${percent(Math.min(...perfect('relu').map((data) => planar(data, 'relu'))))} on all ${spelled(perfect('relu').length)}, from each of ${spelled(planarRights('moons', 'relu').length)} random starts.`,
    `With tanh they do on ${perfect('tanh')
      .map((data) => planarNames[data])
      .join(' and on ')}; on the spirals they end at ${planarSpread('spirals', 'tanh')}.`,
    `after the same ${defaults(planarControls).steps} steps the spirals stand at ${planarSpread('spirals', 'sigmoid')}`,
    `the chosen network on ${pointsOf('spirals').length} points, made with seed ${seedOfMoons}, with logistic loss. Full batches, learning rate ${ofPlanar.rate}, momentum ${ofPlanar.momentum}`,
    `The ${spelled(nine.length)} small maps`,
    `from one random start each, seed ${ofPlanar.seed}`,
  ],
};
