import { list } from '../../src/activations/properties/words.ts';
import { tick } from '../../src/figure/plot.ts';
import { cellText } from '../../src/figure/table.ts';
import { wholeNumber } from '../../src/figure/wholeNumber.ts';
import type { Reading, Table } from '../../src/figure/widget.ts';
import type { Conditioned, ValleyView, ZigZag } from './model.ts';

export const shown = (value: number): string => cellText(Number(value.toPrecision(12)), 4);

/** One decimal; what is less than the whole is not called the whole. */
const shareText = (share: number): string =>
  share >= 0.9995 ? 'more than 99.9 %' : `${Number((100 * share).toFixed(1))} %`;
const stepsText = (n: number): string => (n === 1 ? 'one step' : `${wholeNumber(n)} steps`);
const batchText = (batch: ValleyView['batch']): string => (batch === '1' ? 'one sample' : `${batch} samples`);

/** Where the path has got to, as a half-sentence. */
function outcome({ arrival, followed, course }: ValleyView): string {
  if (arrival !== null) return `${stepsText(arrival)} to a thousandth of the distance`;
  return course === 'diverges'
    ? `further away with every step, followed for ${stepsText(followed)}`
    : `not there after ${stepsText(followed)}`;
}

/** Valleys less than half as long again as wide are not called narrow. */
const NARROW = 1.5 ** 2;

function shapeText(condition: number): string {
  if (condition < 1.0001) return 'circles around the target (1.5, −1)';
  return `ellipses around the target (1.5, −1), ${shown(Math.sqrt(condition))} times as long as wide, along the diagonal from upper left to lower right`;
}

/** The valley in words, for those who cannot see it. */
export function describe(view: ValleyView): string {
  const { valley, mean, spread, batch, rate } = view;
  return (
    `Plane of two weights with lines of equal loss, ${shapeText(valley.condition)}. Inputs have mean ${shown(mean)} and spread ${shown(spread)}. A path of steps of ` +
    `size ${shown(rate)}, ${batch === 'all' ? 'exact gradients' : `${batchText(batch)} drawn for each step`}, leads from the origin: ${outcome(view)}.`
  );
}

export const describeRows = (rows: readonly Conditioned[], n: number): string =>
  `Condition number of ${n} inputs by function, logarithmic, largest first: ${rows.map((r) => `${r.label} ${shown(r.kappa)}`).join(', ')}.`;

/** The picture in words. */
export function read(result: ZigZag): Reading {
  return result.tab === 'valley' ? readValley(result) : readFunctions(result.rows, result.n, result.without);
}

function readValley(view: ValleyView): Reading {
  const { valley, sameSign, best, rate } = view;
  const [low, high] = valley.eigenvalues.map(shown);
  const shrinks =
    valley.contraction > 0
      ? `leaves ${shown(valley.contraction)} of the error`
      : 'leaves nothing of the error';
  return {
    title: view.course === 'samples' ? sampledTitle(view) : exactTitle(view),
    finding:
      `Curvature λ₁ = ${low} along the valley and λ₂ = ${high} across it, κ = ${shown(valley.condition)}: the best step for exact gradients, ${shown(valley.bestRate)}, ${shrinks}, ` +
      `${stepsText(best)} in all. This one is ${shown(rate)}: ${outcome(view)}. ` +
      `Both weights are pushed the same way in ${shareText(sameSign)} of single samples (exact: Φ(m/s)² + Φ(−m/s)²).`,
    description: describe(view),
  };
}

function exactTitle({ valley, course, mean, arrival }: ValleyView): string {
  const steps = arrival === null ? '' : stepsText(arrival);
  if (valley.condition < 1.0001) {
    if (course === 'zigzags' && arrival !== 1)
      return `The valley is round, and long steps jump to and fro over the target, ${steps}`;
    return `With mean 0 the valley is round, and ${steps} ${arrival === 1 ? 'is' : 'are'} enough`;
  }
  if (course === 'diverges')
    return 'This path never settles: the steps are too large for the steep direction';
  if (valley.condition < NARROW)
    return `With a mean of ${shown(mean)} the valley is almost round, and the path needs ${steps}`;
  return course === 'zigzags'
    ? `A mean of ${shown(mean)} makes the valley narrow, and the path zig-zags for ${steps}`
    : `Small steps do not zig-zag, they creep: ${steps} along a narrow valley`;
}

function sampledTitle({ arrival, followed, batch, lost }: ValleyView): string {
  const by = `With ${batchText(batch)} a step`;
  if (arrival !== null) return `${by} the path wanders, and is there after ${stepsText(arrival)}`;
  return lost
    ? `${by} the path is thrown out of the valley in ${stepsText(followed)}`
    : `${by} the path is not there after ${stepsText(followed)}`;
}

function readFunctions(rows: readonly Conditioned[], n: number, without: readonly string[]): Reading {
  const first = rows[0]!;
  const round = rows.filter((r) => r.kappa < 1.0001).map((r) => r.label);
  return {
    title: `Functions with a mean make the valley of ${n} inputs long; ${first.label} most of all`,
    finding: `κ is ${shown(first.kappa)} for ${first.label} and exactly 1 for ${round.length} functions with mean 0.${without.length > 0 ? ` Without a mean or a variance: ${list(without)}.` : ''}`,
    description: `${describeRows(rows, n)} κ = 1 means a round valley: ${round.join(', ')}.`,
  };
}

/** The valley's numbers and the steps that are drawn, or every function. */
export function table(result: ZigZag): Table {
  if (result.tab === 'valley') return valleyTable(result);
  return {
    columns: [{ label: 'function' }, { label: `κ of ${result.n} inputs`, digits: 15 }],
    rows: result.rows.map((r) => [r.label, r.kappa]),
  };
}

function valleyTable({ valley, mean, spread, rate, factors, arrival, steps, sameSign }: ValleyView): Table {
  const [own, shared] = [spread ** 2 + mean ** 2, mean ** 2];
  return {
    columns: [{ label: 'number, or step' }, { label: 'w₁, or along' }, { label: 'w₂, or across' }],
    rows: [
      ['curvature H, first row', own, shared],
      ['curvature H, second row', shared, own],
      ['eigenvalues λ₁, λ₂', ...valley.eigenvalues],
      ['condition number κ = λ₂/λ₁', valley.condition, ''],
      ['best step 2/(λ₁ + λ₂)', valley.bestRate, ''],
      ['contraction (κ − 1)/(κ + 1)', valley.contraction, ''],
      ['share of single samples that push both weights the same way', sameSign, ''],
      ['this step', rate, ''],
      ['error factors 1 − step · λ', ...factors],
      ['steps to a thousandth', arrival ?? 'not there', ''],
      ...steps.map(({ n, w }) => [`step ${tick(n)}`, ...w]),
    ],
  };
}
