import type { Family } from '../../src/activations/activation.ts';
import { identity } from '../../src/figure/identity.ts';
import { short, svg } from '../../src/figure/svg.ts';
import { cellText } from '../../src/figure/table.ts';
import type { Frame } from '../../src/figure/widget.ts';
import type { Folding } from './model.ts';
import type { RandomNet } from './randomNet.ts';
import { tents } from './tents.ts';

type Point = readonly [number, number];

interface Plan {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** More holes than these run into each other, in the graph and in the strip, and are not drawn. */
export const mostMarked = 64;
/** After more folds the graph with one fold less cannot be told apart from this one, and is not drawn. */
export const mostCompared = 5;

/** Room under the graph for the units. */
const UNITS = 46;

/** Lowest and highest value that is drawn. */
function ends(result: Folding): [number, number] {
  const drawn = pointsOf(result)
    .map(([, y]) => y)
    .filter(Number.isFinite);
  return drawn.length > 0 ? [Math.min(...drawn), Math.max(...drawn)] : [0, 1];
}

/** What the line goes through. */
const pointsOf = (result: Folding): readonly Point[] =>
  (result.type === 'random' && result.curve) || result.corners;

const familyOf = (result: Folding): Family => (result.type === 'random' ? result.activation.family : 'relu');

function planOf(result: Folding, width: number, height: number): Plan {
  const { corners, type } = result;
  const [left, right, top, bottom] = [type === 'tents' ? 30 : 42, width - 10, 12, height - 28 - UNITS];
  const [from, to] = [corners[0]![0], corners.at(-1)![0]];
  const [low, high] = ends(result);
  const reach = Math.max(high - low, 1e-9);
  return {
    x: (value) => left + ((value - from) / (to - from)) * (right - left),
    y: (value) => bottom - ((value - low) / reach) * (bottom - top),
    left,
    right,
    top,
    bottom,
  };
}

/** Path data; a point without a value lifts the pen. */
function path({ x, y }: Plan, points: readonly Point[]): string {
  const runs = points.map(([px, py]) => (Number.isNaN(py) ? '' : `${short(x(px))},${short(y(py))}`));
  return runs
    .join('L')
    .split(/L{2,}/)
    .map((run) => run.replace(/^L|L$/g, ''))
    .filter(Boolean)
    .map((run) => `M${run}`)
    .join('');
}

/** Three to six round numbers from low to high; the number itself where there is only one. */
function roundBetween(low: number, high: number): number[] {
  const reach = high - low;
  if (reach <= 1e-9 * Math.max(1, Math.abs(high))) return [high];
  const decade = 10 ** Math.floor(Math.log10(reach));
  const step = [0.2, 0.5, 1].map((digit) => digit * decade).find((size) => reach / size <= 5) ?? 2 * decade;
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

function axes(frame: Frame, plan: Plan, result: Folding): SVGElement[] {
  const xs = result.type === 'tents' ? [0, 0.25, 0.5, 0.75, 1] : [-2, -1, 0, 1, 2];
  const [low, high] = ends(result);
  const ys = result.type === 'tents' ? [0, 0.5, 1] : roundBetween(low, high);
  const label = (v: number) => cellText(v, 6);
  return [
    ...ys.flatMap((v) => [
      svg(frame, 'line', {
        x1: plan.left,
        x2: plan.right,
        y1: plan.y(v),
        y2: plan.y(v),
        stroke: v === 0 ? 'var(--rule)' : 'var(--hair)',
      }),
      svg(frame, 'text', { x: plan.left - 7, y: plan.y(v), dy: '0.32em', 'text-anchor': 'end' }, label(v)),
    ]),
    ...xs.map((v) =>
      svg(frame, 'text', { x: plan.x(v), y: plan.bottom + 19, 'text-anchor': 'middle' }, label(v)),
    ),
  ];
}

/** What the dots below the graph of a random network count. */
function bendsText({ straight, pieces }: RandomNet): string {
  const n = pieces - 1;
  const one = straight ? 'bend' : 'turning point';
  return `${n} ${n === 1 ? one : `${one}s`}`;
}

/** One dot per unit: k columns of two, or one at 0 and one below every bend. */
function units(frame: Frame, plan: Plan, result: Folding): SVGElement[] {
  const row = plan.bottom + 60;
  const dots = (points: readonly Point[], r: number): SVGElement =>
    svg(frame, 'path', {
      d: points.map(([x, y]) => `M${short(x)},${short(y)}h0`).join(''),
      stroke: identity(familyOf(result)).line,
      'stroke-width': 2 * r,
      'stroke-linecap': 'round',
    });
  const words = (text: string) =>
    svg(frame, 'text', { x: plan.left, y: row - 17, fill: 'var(--ink-2)' }, text);
  const bends = result.corners.slice(1, -1).map(([x]): Point => [plan.x(x), row]);
  if (result.type === 'random') {
    return [words(bendsText(result)), dots(bends, Math.min(3, 60 / Math.max(1, bends.length)))];
  }
  const { folds, flat } = result;
  if (flat) {
    const pitch = (plan.right - plan.left) / result.pieces;
    const text =
      bends.length === 0
        ? 'No bend, no unit'
        : `One layer: ${result.flatUnits} units, one at 0, one per bend`;
    const start: Point[] = bends.length === 0 ? [] : [[plan.x(0), row]];
    return [words(text), dots([...start, ...bends], Math.min(4, pitch * 0.36))];
  }
  const layers = Array.from({ length: folds }, (_, k) => plan.left + 4 + k * 26);
  const folded = layers.flatMap((x): Point[] => [
    [x, row - 4],
    [x, row + 8],
  ]);
  const text = folds === 0 ? 'No fold, no unit' : `${folds} ${folds === 1 ? 'layer' : 'layers'} of 2 units`;
  return [words(text), dots(folded, 4)];
}

/** The last fold but one, fainter, as long as it can be told apart. */
function before(frame: Frame, plan: Plan, result: Folding): SVGElement[] {
  if (result.type === 'random' || result.folds === 0 || result.folds > mostCompared) return [];
  const d = path(plan, tents(result.folds - 1, 0.5).corners);
  return [svg(frame, 'path', { d, fill: 'none', stroke: identity('relu').line, 'stroke-opacity': 0.4 })];
}

function marks(frame: Frame, plan: Plan, result: Folding): SVGElement[] {
  const bends = result.corners.slice(1, -1);
  const hairs = (to: number) =>
    svg(frame, 'path', {
      d: bends
        .filter(([, y]) => Number.isFinite(y))
        .map(([x, y]) => `M${short(plan.x(x))},${short(plan.y(y))}V${to}`)
        .join(''),
      stroke: 'var(--rule)',
      'stroke-opacity': 0.8,
    });
  if (result.type === 'random') return [hairs(plan.bottom)];
  const cut = { x1: plan.left, x2: plan.right, y1: plan.y(result.cut), y2: plan.y(result.cut) };
  const line = svg(frame, 'line', { ...cut, stroke: 'var(--ink-2)', 'stroke-dasharray': '1,3' });
  const holes = result.holes.length > mostMarked ? [] : result.holes;
  return [
    ...(result.flat && bends.length < 64 ? [hairs(plan.bottom)] : []),
    line,
    ...holes.map((x) =>
      svg(frame, 'circle', {
        cx: plan.x(x),
        cy: plan.y(result.cut),
        r: result.holes.length > 16 ? 2 : 3.5,
        fill: 'var(--paper)',
        stroke: 'var(--ink)',
        'stroke-width': 1.5,
      }),
    ),
  ];
}

/** The graph with its bends, the cut and the units below. */
export function drawGraph(frame: Frame, result: Folding, width: number, height: number): SVGElement {
  const plan = planOf(result, width, height);
  const weight = result.pieces > 64 ? 1 : 2.25;
  const look = identity(familyOf(result));
  const d = path(plan, pointsOf(result));
  const track = (stroke: string, strokeWidth: number): SVGElement =>
    svg(frame, 'path', { d, fill: 'none', stroke, 'stroke-width': strokeWidth, 'stroke-linejoin': 'round' });
  const line = look.twin ? [track(look.line, 5), track('var(--paper)', 2)] : [track(look.line, weight)];
  return svg(
    frame,
    'g',
    { 'font-family': 'var(--sans)', 'font-size': 12, fill: 'var(--ink-3)' },
    ...axes(frame, plan, result),
    ...before(frame, plan, result),
    ...(result.type === 'random' ? marks(frame, plan, result) : []),
    ...line,
    ...(result.type === 'tents' ? marks(frame, plan, result) : []),
    ...units(frame, plan, result),
  );
}
