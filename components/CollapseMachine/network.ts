import { identity } from '../../src/figure/identity.ts';
import { short, svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import { superscript } from '../../src/math/superscript.ts';
import type { Affine } from '../../src/network/theory/collapse.ts';
import type { Machine, Stage } from './model.ts';

/** One number of the network in its box. */
interface Box {
  readonly left: number;
  readonly middle: number;
  readonly value: number;
  /** What it was before φ, where φ changed it. */
  readonly before: number | null;
}

interface Plan {
  readonly box: number;
  readonly pitch: number;
  readonly rows: number;
}

const ROW = 31;
const HEIGHT = 23;
const TOP = 34;

/**
 * A number as boxes and matrices hold it: at most two decimals, `2·10⁷` where there is no room for the digits, `?` where a
 * function has no value.
 */
export const number = (value: number, decimals = 2): string => {
  if (Number.isNaN(value)) return '?';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (Math.abs(value) >= 1e5) {
    const [digit, exponent] = value.toExponential(0).split('e+');
    return `${digit!.replace('-', '−')}·10${superscript(Number(exponent))}`;
  }
  const rounded = Number(value.toFixed(decimals));
  return String(rounded === 0 ? 0 : rounded).replace('-', '−');
};

function planOf({ layers, x }: Machine, width: number): Plan {
  const gap = width < 480 ? 6 : 14;
  const most = width < 480 && layers.length > 2 ? 62 : 92;
  const box = Math.min(most, (width - gap * layers.length) / (layers.length + 1));
  const rows = Math.max(x.length, ...layers.map(({ bias }) => bias.length));
  return { box, pitch: (width - box) / layers.length, rows };
}

function column({ pitch, rows }: Plan, at: number, { h, a }: Stage, top: number): Box[] {
  return a.map((value, i) => ({
    left: at * pitch,
    middle: top + ((rows - a.length) / 2 + i + 0.5) * ROW,
    value,
    before: Math.abs(h[i]! - value) > 1e-12 ? h[i]! : null,
  }));
}

function drawBox(frame: Frame, { box }: Plan, { left, middle, value, before }: Box, hue: string): SVGElement {
  const decimals = box < 44 ? 1 : 2;
  const changed = before !== null;
  const words = svg(frame, 'text', {
    x: left + box / 2,
    y: middle,
    dy: '0.34em',
    'text-anchor': 'middle',
    'font-weight': 600,
    fill: changed ? `var(--fn-${hue}-text)` : 'var(--ink)',
  });
  if (changed && box > 80) {
    words.append(
      svg(frame, 'tspan', { fill: 'var(--ink-3)', 'font-weight': 400 }, `${number(before, decimals)} → `),
    );
  }
  words.append(number(value, decimals));
  const outline = {
    x: left,
    y: middle - HEIGHT / 2,
    width: box,
    height: HEIGHT,
    rx: 2,
    fill: 'var(--paper)',
    stroke: changed ? `var(--fn-${hue})` : 'var(--rule)',
    'stroke-width': changed ? 1.5 : 1,
  };
  return svg(frame, 'g', {}, svg(frame, 'rect', outline), words);
}

/** Lines from every box of a column to every box of the next: the larger the weight the stronger, dashed below 0. */
function wires(
  frame: Frame,
  { box }: Plan,
  layer: Affine,
  from: readonly Box[],
  to: readonly Box[],
): SVGElement[] {
  const largest = Math.max(...layer.weights.flat().map(Math.abs));
  return layer.weights.flatMap((row, i) =>
    row
      .map((weight, j) => ({ weight, j }))
      .filter(({ weight }) => weight !== 0)
      .map(({ weight, j }) =>
        svg(frame, 'line', {
          x1: from[j]!.left + box,
          y1: from[j]!.middle,
          x2: to[i]!.left,
          y2: to[i]!.middle,
          'stroke-opacity': 0.15 + (0.85 * Math.abs(weight)) / largest,
          'stroke-dasharray': weight < 0 ? '3,3' : undefined,
        }),
      ),
  );
}

const heading = (frame: Frame, y: number, content: string): SVGElement =>
  svg(frame, 'text', { x: 0, y, 'font-size': 13, 'font-weight': 600, fill: 'var(--ink)' }, content);

const bracket = (frame: Frame, x: number, top: number, bottom: number, turn: 1 | -1): SVGElement =>
  svg(frame, 'path', {
    d: `M${short(x + 4 * turn)},${short(top)}H${short(x)}V${short(bottom)}H${short(x + 4 * turn)}`,
    fill: 'none',
    stroke: 'var(--ink-2)',
  });

/** A matrix with its name, its left edge at x; `cell` px per column. */
function matrix(
  frame: Frame,
  name: string,
  rows: readonly (readonly number[])[],
  x: number,
  middle: number,
  cell: number,
): SVGElement[] {
  const start = x + 26;
  const end = start + cell * rows[0]!.length + 6;
  const reach = (rows.length * 20) / 2 + 2;
  const label = svg(
    frame,
    'text',
    { x, y: middle, dy: '0.34em', 'font-weight': 600, fill: 'var(--ink)' },
    name,
  );
  const cells = rows.flatMap((row, i) =>
    row.map((value, j) =>
      svg(
        frame,
        'text',
        {
          x: start + cell * (j + 1),
          y: middle + (i - (rows.length - 1) / 2) * 20,
          dy: '0.34em',
          'text-anchor': 'end',
          fill: 'var(--ink)',
        },
        number(value),
      ),
    ),
  );
  return [
    label,
    bracket(frame, start, middle - reach, middle + reach, 1),
    bracket(frame, end, middle - reach, middle + reach, -1),
    ...cells,
  ];
}

/** The layers with every number on its way, and below them the single layer with its matrix. */
export function drawNetworks(frame: Frame, result: Machine, width: number) {
  const { activation, layers, stages, x, one, flat } = result;
  const plan = planOf(result, width);
  const start = { h: x, a: x };
  const columns = [start, ...stages].map((stage, k) => column(plan, k, stage, TOP));
  const lower = TOP + plan.rows * ROW + 58;
  const box = Math.min(plan.box, width < 480 ? 50 : 92);
  const flatPlan = { box, pitch: width - box, rows: 2 };
  const [input, output] = [
    column(flatPlan, 0, start, lower),
    column(flatPlan, 1, { h: flat, a: flat }, lower),
  ];
  const between = activation.id === 'identity' ? 'nothing in between' : `${activation.label} in between`;
  const count = layers.length === 1 ? 'One layer' : `${layers.length} layers, ${between}`;
  const longest = Math.max(...[...one.weights.flat(), ...one.bias].map((v) => number(v).length));
  const cell = 16 + 7 * longest;
  const middle = lower + ROW;
  const left = width / 2 - (80 + 3 * cell) / 2;
  const parts = [
    heading(frame, 14, count),
    svg(
      frame,
      'g',
      { stroke: 'var(--ink-2)' },
      ...layers.flatMap((layer, k) => wires(frame, plan, layer, columns[k]!, columns[k + 1]!)),
    ),
    ...columns.flat().map((box) => drawBox(frame, plan, box, activation.family)),
    heading(frame, lower - 20, 'Collapsed into one layer, W*x + b*'),
    ...[...input, ...output].map((box) => drawBox(frame, flatPlan, box, activation.family)),
    ...matrix(frame, 'W*', one.weights, left, middle, cell),
    ...matrix(
      frame,
      'b*',
      one.bias.map((b) => [b]),
      left + 26 + 2 * cell + 22,
      middle,
      cell,
    ),
  ];
  return {
    height: lower + 2 * ROW + 8,
    parts: svg(frame, 'g', { 'font-family': 'var(--sans)', 'font-size': 12 }, ...parts),
  };
}

/** CSS colours of a function's lines and words, for what stands beside the network. */
export const hueOf = ({ activation }: Machine) => identity(activation.family);
