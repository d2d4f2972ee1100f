import { cellText } from '../../src/figure/table.ts';
import type { Reading } from '../../src/figure/widget.ts';
import { activationOf, type Exit, type Runaway, type Series } from './model.ts';

const fates: Readonly<Record<Series['fate'], string>> = {
  any: 'keeps its level',
  infinite: 'grows without end',
  zero: 'dies out',
  stable: 'settles',
  unstable: 'never settles',
  undefined: 'runs to where the function has no value',
  lawless: 'follows no theory',
};

/** Three digits, from a million on with a power of ten. */
const spoken = (value: number): string =>
  value < 1e6 ? cellText(value, 3) : value.toExponential(2).replace('e+', ' × 10^');

/** Whether its values have a bound; of a function without values nobody knows. */
const boundWord = (series: Series): string => {
  const { f, range } = activationOf(series);
  if (Number.isNaN(range.min) || Number.isNaN(range.max))
    return places.every((x) => Number.isNaN(f(x))) ? 'has no value' : 'has no value in places';
  return series.bounded ? 'is bounded' : 'has no bound';
};

const places = Array.from({ length: 81 }, (_, i) => i / 4 - 10);

const labelOf = (series: Series): string => activationOf(series).label;

/** The beginning of a sentence. A name that a reader gave stays as it is. */
const opening = (series: Series, text: string): string =>
  activationOf(series).family === 'yours' ? text : text.charAt(0).toUpperCase() + text.slice(1);

function exits({ series, settings }: Runaway): string {
  const leaving = series
    .filter(({ exit }) => exit !== null)
    .map((one) => `${labelOf(one)} ${exitText(one.exit!)}`);
  if (leaving.length === 0) return `In ${settings.format} all of them stay numbers.`;
  return `In ${settings.format}, ${leaving.join(', ')}.`;
}

function exitText({ layer, to }: Exit): string {
  if (to === 'infinity') return `overflows in layer ${layer}`;
  return `${to === 'zero' ? 'reads 0' : 'has no value'} from layer ${layer} on`;
}

function ends(series: Series, depth: number): string {
  const { theory, mean } = series;
  const label = labelOf(series);
  if (series.fate === 'lawless')
    return `${label} has no line of theory: its mean square does not exist or cannot be found`;
  if (theory.length < depth && series.after.theory === 'no value')
    return `${label} has no line of theory beyond layer ${theory.length}: its mean square there does not exist or cannot be found`;
  if (theory.length < depth) return `${label} leaves even double precision after ${theory.length} layers`;
  const five = mean.length === depth ? ` (mean of five networks: ${spoken(mean.at(-1)!)})` : '';
  if (depth === 1) return `${label} starts with ${spoken(theory[0]!)} in layer 1${five}`;
  return `${label} goes from ${spoken(theory[0]!)} in layer 1 to ${spoken(theory.at(-1)!)} in layer ${depth}${five}`;
}

/** Largest factor between the mean of the five networks and the theory, over the layers that have both; at least 1. */
function factorApart({ theory, mean }: Series): number {
  const apart = mean.slice(0, theory.length).map((value, l) => Math.abs(Math.log(value / theory[l]!)));
  return Math.exp(Math.max(0, ...apart.filter(Number.isFinite)));
}

/** On an axis of decades dots within this factor of their line lie on it to the eye. */
const CLOSE = 1.5;

/** How far the dots lie from the lines; narrow networks wander off in many layers. */
function closeness({ series }: Runaway): string {
  const factors = series.map((s) => ({ label: labelOf(s), factor: factorApart(s) }));
  const far = factors.filter(({ factor }) => factor > CLOSE);
  const say = (factor: number): string => `a factor of ${cellText(factor, 2)}`;
  if (far.length === 0) {
    const most = Math.max(...factors.map(({ factor }) => factor));
    return `The dots lie close to the lines of the theory, within ${say(most)}.`;
  }
  return `The dots leave the lines of the theory: ${far.map(({ label, factor }) => `${label} by up to ${say(factor)}`).join(', ')}.`;
}

/** The picture in words. */
export function read(result: Runaway): Reading {
  const { series, settings } = result;
  const [main, ...others] = series;
  const { sigmaW2, sigmaB2, depth, width } = settings;
  const bias = sigmaB2 > 0 ? ` and bias variance ${cellText(sigmaB2)}` : '';
  const where = `weight variance ${cellText(sigmaW2)}/fan-in${bias}`;
  const rest = others.map((s) => `${labelOf(s)} ${fates[s.fate]}`).join(', ');
  return {
    title: `${opening(main!, labelOf(main!))} ${boundWord(main!)}, and at ${where} its signal ${fates[main!.fate]}`,
    finding: `${opening(main!, ends(main!, depth))}. With the same weights, ${rest}. ${exits(result)}`,
    description:
      `A line chart on a log axis: layers 1 to ${depth} to the right, root mean square of the pre-activations upwards, in random networks of ` +
      `width ${width} with ${where}. ${series.map((s) => ends(s, depth)).join('; ')}. ${closeness(result)}`,
  };
}
