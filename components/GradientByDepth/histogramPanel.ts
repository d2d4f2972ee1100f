import { identity } from '../../src/figure/identity.ts';
import { tick } from '../../src/figure/plot.ts';
import { picture, short, svg, type Words } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import type { Histogram } from '../../src/network/histogram.ts';
import { activationOf, type Comparison, type Measured } from './model.ts';
import { phaseHeight } from './plane.ts';
import { brief } from './sizes.ts';
import { fateText } from './words.ts';

export type Kind = 'preactivations' | 'activations';

const leastRow = 78;
/** Above the outline a line of words. */
const wordsHeight = 22;
const left = 16;

/** Distributions in the layer under view: one row for each network, each on a scale of its own with its ends written. */
export function histogramPanel(comparison: Comparison, kind: Kind, frame: Frame, words: Words): SVGElement {
  const { layer, networks } = comparison;
  const row = rowHeight(comparison, frame);
  const rows = networks.map((network, i) =>
    histogramRow(network, kind, inNumbers(network, kind, layer), frame, { top: i * row, row }),
  );
  return picture(frame, row * rows.length + 2, words, ...rows);
}

/** The number that goes with a distribution: the size of pre-activations, the share of units that pass nothing on. */
export function inNumbers({ layers, samples, blownUp }: Measured, kind: Kind, layer: number): string {
  if (samples.length === 0) return blownUp ? fateText[blownUp.fate].label : '';
  const { rms, saturated } = layers[layer - 1]!;
  if (kind === 'preactivations') return `rms ${brief(rms)}`;
  return `slope below 0.01 in ${brief(Number((100 * saturated).toPrecision(2)))} %`;
}

/** One or two networks take the height of the plane beside them, where three fill it. */
function rowHeight(comparison: Comparison, { width, phone }: Frame): number {
  const count = comparison.networks.length;
  if (phone || count > 2) return leastRow;
  return Math.max(leastRow, Math.floor((phaseHeight(comparison, width) - 2) / count));
}

interface Band {
  readonly top: number;
  readonly row: number;
}

function histogramRow(
  network: Measured,
  kind: Kind,
  says: string,
  frame: Frame,
  { top, row }: Band,
): SVGElement {
  const look = identity(activationOf(network).family);
  const [from, to] = [left, frame.width - 2];
  const base = top + row - 16;
  const bars = network[kind];
  const text = { 'font-size': 12, 'font-family': 'var(--sans)', fill: 'var(--ink-3)' };
  const letter = svg(
    frame,
    'text',
    { ...text, x: 0, y: base, fill: look.text, 'font-weight': 600 },
    network.setting.slot.toUpperCase(),
  );
  const number = svg(frame, 'text', { ...text, x: from, y: top + 16, fill: 'var(--ink-2)' }, says);
  const group = svg(frame, 'g', {}, letter, number);
  if (!bars) return group;
  const x = (v: number): number => from + ((v - bars.min) / (bars.max - bars.min)) * (to - from);
  const path = outline(bars, from, to, base, row - wordsHeight - 24);
  const end = (v: number, anchor: string): SVGElement =>
    svg(
      frame,
      'text',
      { ...text, x: x(v), y: base + 14, 'text-anchor': anchor },
      tick(Number(v.toPrecision(2))),
    );
  group.append(
    svg(frame, 'path', { d: `M${from},${base}H${to}`, stroke: 'var(--rule)' }),
    svg(frame, 'path', { d: `${path}Z`, fill: look.line, 'fill-opacity': 0.1 }),
    svg(frame, 'path', {
      d: path,
      fill: 'none',
      stroke: look.line,
      'stroke-width': look.twin ? 3.5 : 1.75,
      'stroke-linejoin': 'round',
    }),
    end(bars.min, 'start'),
    end(bars.max, 'end'),
  );
  if (look.twin) group.append(svg(frame, 'path', { d: path, fill: 'none', stroke: 'var(--paper)' }));
  if (bars.min < 0 && bars.max > 0) {
    const zero = x(0);
    group.append(svg(frame, 'path', { d: `M${short(zero)},${base - 3}v6`, stroke: 'var(--ink-3)' }));
    const near = Math.min(zero - from, to - zero);
    if (near > 46)
      group.append(svg(frame, 'text', { ...text, x: zero, y: base + 14, 'text-anchor': 'middle' }, '0'));
  }
  return group;
}

/** The staircase over the bins, the tallest bin at full height. */
function outline({ counts }: Histogram, from: number, to: number, base: number, height: number): string {
  const most = Math.max(...counts, 1);
  const width = (to - from) / counts.length;
  const steps = Array.from(counts, (count, i) => {
    const y = short(base - (count / most) * height);
    return `V${y}H${short(from + (i + 1) * width)}`;
  });
  return `M${from},${base}${steps.join('')}V${base}`;
}
