import { cellText } from '../../src/figure/table.ts';
import type { Reading, Table } from '../../src/figure/widget.ts';
import { AGREE, type Machine } from './model.ts';
import { number } from './network.ts';
import { area } from './regions.ts';

/** With a space that does not break: a pair stays on one line. */
const vector = (values: readonly number[]): string => `(${values.map((v) => number(v)).join(',\u00a0')})`;

const cardinals = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'];
const many = (n: number): string => `${cardinals[n]} ${n === 1 ? 'layer' : 'layers'}`;

/** `leaky ReLU (α = 0.5)`: in the middle of a sentence a comma would end a thought, and no line parts the bracket. */
const aside = (label: string): string =>
  label.replace(/, (.+)$/, (_, more: string) => ` (${more.replaceAll(' ', '\u00a0')})`);

function title({ activation, layers, largest }: Machine): string {
  const n = layers.length;
  if (n === 1) return 'A single layer has nothing to collapse';
  const between = activation.id === 'identity' ? 'nothing' : aside(activation.label);
  if (Number.isNaN(largest)) return `With ${between} in between, some inputs get no value`;
  if (largest <= AGREE) return `${many(n)} with ${between} in between are one layer`;
  return `With ${between} in between, one layer no longer does the work of ${cardinals[n]!.toLowerCase()}`;
}

function pieces(result: Machine): string {
  const { regions, layers, largest } = result;
  if (layers.length === 1) return '';
  if (Number.isNaN(largest)) return '';
  if (regions === null)
    return ` The function is curved, so there are no straight pieces to count.${patternsMet(result)}`;
  if (regions.length === 1) return patternsMet(result);
  return ` The bends cut the square into ${regions.length} pieces; on each of them the network is affine.${patternsMet(result)}`;
}

/** How many ways the grid finds the units on the pieces of φ: on or off, for ReLU. */
function patternsMet({ patterns, activation, grid }: Machine): string {
  if (patterns === null) return '';
  const kind = activation.id === 'relu' ? 'of units on and off' : 'of units left and right of their corners';
  return ` The grid’s ${grid.length} inputs meet ${patterns} ${patterns === 1 ? 'pattern' : 'patterns'} ${kind}.`;
}

function ranks({ rank, layers, settings }: Machine): string {
  if (rank === 2) return ' W* has rank 2: its answers reach the whole plane.';
  if (rank === 0) return ' W* has rank 0: its answer never changes.';
  const why = layers.length > 1 && settings.width === 1 ? ': everything has to pass a single unit' : '';
  return ` W* has rank ${rank}${why}.`;
}

function comparison(result: Machine): string {
  const { activation, x, stages, flat, largest, agreeing, grid } = result;
  const deep = vector(stages.at(-1)!.a);
  if (largest <= AGREE) {
    const gap =
      largest === 0
        ? 'do not differ anywhere'
        : `differ by at most ${cellText(largest, 2)}, which is rounding,`;
    return `Both answer ${deep} to x = ${vector(x)}. They ${gap} on a grid of ${grid.length} inputs.`;
  }
  const onGrid = `On a grid of ${grid.length} inputs`;
  const here = `To x = ${vector(x)} the layers answer ${deep}, the collapsed layer ${vector(flat)}.`;
  if (Number.isNaN(largest)) {
    const lost = grid.filter(({ difference }) => Number.isNaN(difference)).length;
    return `${here} ${onGrid} the two agree at ${agreeing || 'none'}; at ${lost} the layers have no answer, since ${activation.label} has no value on the way.`;
  }
  const apart =
    agreeing === 0
      ? `they differ at all ${grid.length}`
      : `the two agree at ${agreeing} and differ elsewhere`;
  const where = agreeing === 0 ? 'On the grid' : onGrid;
  return `${here} ${where} ${apart}, by up to ${number(largest)}.`;
}

/** The picture in words. */
export function read(result: Machine): Reading {
  const { layers, one, regions, activation, stages, x } = result;
  const shown = stages.map(({ a }, k) => `layer ${k + 1} ${vector(a)}`).join(', ');
  const map = one.weights.map(vector).join(', ');
  const cut = regions && regions.length > 1 ? ` Lines cut it into ${regions.length} pieces.` : '';
  return {
    title: title(result),
    finding: comparison(result) + pieces(result) + ranks(result),
    description:
      `Two networks and a square of inputs. Above, ${many(layers.length).toLowerCase()} with ${aside(activation.label)} in between: input ${vector(x)}, ${shown}. ` +
      `Below, the collapsed layer with the rows ${map} and bias ${vector(one.bias)}. The square from −2 to 2 holds a dot ` +
      `wherever the two differ, the larger the further apart.${cut} ${comparison(result)}${patternsMet(result)}${ranks(result)}`,
  };
}

/** The collapsed map, and the map of every piece. */
export function table({ one, regions }: Machine): Table {
  const names = ['W₁₁', 'W₁₂', 'W₂₁', 'W₂₂', 'b₁', 'b₂'];
  const cells = ({ weights, bias }: Machine['one']): number[] => [...weights.flat(), ...bias];
  const parts = regions !== null && regions.length > 1 ? regions : [];
  return {
    columns: [
      { label: 'map' },
      ...names.map((label) => ({ label, digits: 4 })),
      { label: 'share of the square', digits: 3 },
    ],
    rows: [
      ['collapsed layer', ...cells(one), 1],
      ...parts.map(({ corners, map }, i) => [`piece ${i + 1}`, ...cells(map), area(corners) / 16]),
    ],
  };
}
