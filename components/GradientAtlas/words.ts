import { findActivation } from '../../src/activations/index.ts';
import { list } from '../../src/activations/properties/words.ts';
import { tick } from '../../src/figure/plot.ts';
import { cellText } from '../../src/figure/table.ts';
import type { Reading, Table } from '../../src/figure/widget.ts';
import type { Atlas } from './atlas.ts';
import { type Fate, fateOf, fatesOf, sayDecades } from './fate.ts';
import type { Line } from './measure.ts';

/** Networks of every recorded function. */
const RECORDED = 10;
export const names = ['PyTorch ⅓', 'Xavier 1', 'He 2'] as const;

const runsAway = (lines: readonly Line[]): boolean => fatesOf(lines).some((fate) => fate !== 'finite');

/** Where theory has nothing to say: the names of these variances. */
const lawless = (lines: readonly Line[]): string[] => names.filter((_, k) => lines[k]!.theory.length === 0);

const signed = (value: number): string => cellText(Number(value.toFixed(2)) + 0, 4);

/** One picture in words. */
export function describe(spec: string, lines: readonly Line[]): string {
  const parts = lines.map(({ mean, theory }, k) => {
    const foreseen = theory.length === 0 ? '' : `, theory ${sayDecades(theory[0]!, signed)}`;
    return `${names[k]}: measured ${sayDecades(mean[0]!, signed)}${foreseen}`;
  });
  const near =
    runsAway(lines) || lawless(lines).length === names.length
      ? ''
      : ` Dots lie within ${signed(gapOf(lines))} decades of the theory lines there.`;
  return (
    `${findActivation(spec).label}: size of the gradient from layer 20 at the left to layer 1 at the right, logarithmic, three ` +
    `weight variances. Decades at layer 1: ${parts.join('; ')}.${lawlessText(lines)}${near}`
  );
}

function lawlessText(lines: readonly Line[]): string {
  const where = lawless(lines);
  if (where.length === 0) return '';
  const [at, there] = where.length < names.length ? [` at ${list(where)}`, ' there'] : ['', ''];
  return ` No theory${at}: the averages of the function do not exist${there} or cannot be found.`;
}

/** The same for one function; 0 where there is nothing to compare. */
function gapOf(lines: readonly Line[]): number {
  const gaps = lines.map(({ mean, theory }) => Math.abs(mean[0]! - theory[0]!));
  return Math.max(0, ...gaps.filter(Number.isFinite));
}

/** Largest distance of a mean from theory at layer 1, in decades. */
export function worstGap(atlas: Atlas): number {
  return Math.max(...atlas.map(({ lines }) => gapOf(lines)));
}

/** The picture in words. */
export function read(atlas: Atlas): Reading {
  const fourth = atlas[3]!;
  const label = findActivation(fourth.spec).label;
  const { networks } = fourth.lines[0]!;
  const now =
    networks < RECORDED
      ? ` What is shown of ${label} was measured just now, with ${networks} networks instead of ${RECORDED}.`
      : '';
  return {
    title: titleOf(label, fourth.lines),
    finding: `${endings(label, fourth.lines)}${lawlessText(fourth.lines)} The largest gap between dots and lines at layer 1 is ${signed(worstGap(atlas))} decades.${now}`,
    description: atlas.map(({ spec, lines }) => describe(spec, lines)).join(' '),
  };
}

/** What the fourth function does, at each variance. */
function endings(label: string, lines: readonly Line[]): string {
  const broken = lines.flatMap(({ networks, blown = 0 }, k) =>
    blown > 0 && blown < networks
      ? [` At ${names[k]} ${blown} of ${networks} networks ended without a number.`]
      : [],
  );
  if (!runsAway(lines)) {
    const ends = lines.map(({ mean }, k) => `${signed(mean[0]!)} decades at ${names[k]}`);
    return `Between layers 20 and 1, ${label} changes the gradient by ${ends.join(', ')}.${broken.join('')}`;
  }
  const ends = lines.map(({ mean }, k) => `at ${names[k]} ${become(mean[0]!)}`);
  return `The gradient of ${label} on its way from layer 20 to layer 1: ${ends.join(', ')}.${broken.join('')}`;
}

function become(decades: number): string {
  const fate = fateOf(decades);
  if (fate === 'nothing') return 'nothing is left';
  if (fate === 'no value') return 'it has no value';
  return fate === 'finite' ? `it changes by ${signed(decades)} decades` : 'it blows up';
}

/** The finding of the fourth picture where it has one of its own: theory and networks may both run away. */
function titleOf(label: string, lines: readonly Line[]): string {
  const fates: readonly Fate[] = fatesOf(lines);
  if (fates.includes('no value')) return `The gradient of ${label} has no value after twenty layers`;
  const [nothing, wild] = [fates.includes('nothing'), fates.includes('blows up')];
  const somewhere = fates.includes('finite') ? ', at some variances' : '';
  if (nothing && wild)
    return `${label} runs away: within twenty layers its gradient dies or blows up${somewhere}`;
  if (nothing) return `Nothing comes back through twenty layers of ${label}${somewhere}`;
  if (wild) return `Twenty layers of ${label} blow up${somewhere}`;
  const where = lawless(lines);
  if (where.length > 0)
    return `No theory foresees the gradients of ${label}${where.length < names.length ? ` at ${list(where)}` : ''}`;
  return 'Theory foresees the gradients of real networks, function by function';
}

/** Every line at layer 1. */
export function table(atlas: Atlas): Table {
  return {
    columns: [
      { label: 'function' },
      { label: 'variance × fan-in' },
      { label: 'measured, log10', digits: 4 },
      { label: 'standard deviation', digits: 2 },
      { label: 'theory, log10', digits: 5 },
      { label: 'networks' },
    ],
    rows: atlas.flatMap(({ spec, lines }) =>
      lines.map(({ mean, spread, theory, networks, blown = 0 }, k) => [
        findActivation(spec).label,
        ['1/3', tick(1), tick(2)][k]!,
        cellOf(mean[0]!),
        Number.isFinite(spread) ? spread : '–',
        theory.length > 0 ? cellOf(theory[0]!) : '–',
        blown > 0 ? `${networks}, ${blown} of them without a number` : networks,
      ]),
    ),
  };
}

const cellOf = (value: number): number | string => (fateOf(value) === 'finite' ? value : fateOf(value));
