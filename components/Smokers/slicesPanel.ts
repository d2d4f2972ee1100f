import { picture, svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import {
  type Corner,
  levelLines,
  type Point,
  pathOf,
  regionRings,
  simplify,
} from '../../src/training/contour.ts';
import { shapeOf } from '../../src/training/trained.ts';
import { hueOf } from './cloudPanel.ts';
import { dots } from './dots.ts';
import { type Slice, type SmokersResult, sliceLogits, sliceNodes, slices } from './model.ts';
import { box, seen } from './people.ts';
import { planeAtAge } from './plane.ts';

const head = 30;
const gap = 22;
const weights = [50, 75, 100];
const pressures = [90, 120, 150];

/** Four slices of the cloud by age, each with the plane's line and the network's border at the age in the middle. */
export function slicesPanel(result: SmokersResult, frame: Frame): SVGElement {
  const left = 28;
  const width = (frame.width - left - gap) / 2;
  const height = frame.phone ? 128 : 158;
  const pitch = height + 34;
  const cells = slices.map((slice, k) => {
    const x = left + (k % 2) * (width + gap);
    const y = head + 18 + Math.floor(k / 2) * pitch;
    return cell(frame, result, slice, k, { x, y, width, height });
  });
  return picture(
    frame,
    head + 2 * pitch + 6,
    {
      title: 'The cloud in four slices by age',
      description:
        `Weight from ${box.min[0]} to ${box.max[0]} kg to the right, systolic pressure from ${box.min[1]} to ${box.max[1]} mmHg upwards. ` +
        slices.map((slice, k) => describeSlice(result, slice, k)).join(' '),
    },
    svg(frame, 'g', { 'font-family': 'var(--sans)', 'font-size': 12 }, key(frame, result), ...cells),
  );
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function cell(frame: Frame, result: SmokersResult, slice: Slice, k: number, at: Place): SVGElement {
  const x = (weight: number): number => at.x + ((weight - box.min[0]) / (box.max[0] - box.min[0])) * at.width;
  const y = (pressure: number): number =>
    at.y + at.height - ((pressure - box.min[1]) / (box.max[1] - box.min[1])) * at.height;
  const node = (corner: Corner): Point => [
    at.x + (corner.x / (sliceNodes - 1)) * at.width,
    at.y + at.height - (corner.y / (sliceNodes - 1)) * at.height,
  ];
  const rings = regionRings(sliceLogits(result, k), sliceNodes);
  const hue = hueOf(result);
  const places = (label: number): Point[] =>
    inSlice(slice)
      .filter((i) => seen.labels[i] === label)
      .map((i) => seen.features[i]!)
      .filter(([w, s]) => w > box.min[0] && w < box.max[0] && s > box.min[1] && s < box.max[1])
      .map(([w, s]): Point => [x(w), y(s)]);
  const line = planeAtAge(result.plane, slice.age);
  const border = { fill: 'none', stroke: hue.line, 'stroke-width': 2.25, 'stroke-dasharray': hue.dash };
  return svg(
    frame,
    'g',
    {},
    svg(frame, 'rect', { ...at, fill: 'none', stroke: 'var(--hair)', class: 'slice-rim' }),
    svg(frame, 'path', {
      d: pathOf(
        rings.map((ring) => simplify([...ring, ring[0]!].map(node), 0.4)),
        true,
      ),
      fill: hue.line,
      'fill-opacity': 0.1,
    }),
    dots(frame, `slice${k}`, places(1), places(0), 5),
    svg(frame, 'path', { d: pathOf(levelLines(rings).map((l) => simplify(l.map(node), 0.3))), ...border }),
    ...(line ? planeLine(frame, k, pathOf([line.map(([w, s]): Point => [x(w), y(s)])])) : []),
    heading(frame, slice, at),
    ticks(frame, k, x, y, at),
  );
}

/** The plane's line, and around it what can be held. */
const planeLine = (frame: Frame, slice: number, d: string): SVGElement[] => [
  svg(frame, 'path', { d, stroke: 'var(--ink)', 'stroke-width': 1.25 }),
  svg(frame, 'path', {
    d,
    fill: 'none',
    stroke: 'transparent',
    'stroke-width': 28,
    class: 'plane-grip',
    'data-slice': slice,
  }),
];

const inSlice = ({ from, to }: Slice): number[] =>
  [...seen.features.keys()].filter((i) => seen.features[i]![2] >= from && seen.features[i]![2] < to);

const years = ({ from, to }: Slice): string => `${Math.ceil(from)} to ${Math.ceil(to) - 1} years`;

const heading = (frame: Frame, slice: Slice, at: Place): SVGElement =>
  svg(frame, 'text', { x: at.x, y: at.y - 6, fill: 'var(--ink)', 'font-weight': 600 }, years(slice));

function ticks(
  frame: Frame,
  k: number,
  x: (weight: number) => number,
  y: (pressure: number) => number,
  at: Place,
): SVGElement {
  const below = weights.map((w) =>
    svg(frame, 'text', { x: x(w), y: at.y + at.height + 14, 'text-anchor': 'middle' }, String(w)),
  );
  const beside = pressures.map((s) =>
    svg(frame, 'text', { x: at.x - 6, y: y(s), dy: '.32em', 'text-anchor': 'end' }, String(s)),
  );
  return svg(frame, 'g', { fill: 'var(--ink-3)' }, ...(k >= 2 ? below : []), ...(k % 2 === 0 ? beside : []));
}

/** What the two lines and the two marks are. */
function key(frame: Frame, result: SmokersResult): SVGElement {
  const hue = hueOf(result);
  const text = (x: number, words: string, fill = 'var(--ink-2)'): SVGElement =>
    svg(frame, 'text', { x, y: 12, fill }, words);
  const line = (x: number, stroke: string, width: number, dash?: string): SVGElement =>
    svg(frame, 'path', { d: `M${x},8h18`, stroke, 'stroke-width': width, 'stroke-dasharray': dash });
  return svg(
    frame,
    'g',
    {},
    dots(frame, 'key', [[5, 8]], [[72, 8]], 6),
    text(13, 'smokes'),
    text(80, 'does not'),
    line(144, 'var(--ink)', 1.25),
    text(167, 'plane'),
    line(212, hue.line, 2.25, hue.dash),
    text(235, shapeOf(result.sizes), hue.text),
  );
}

function describeSlice(result: SmokersResult, slice: Slice, k: number): string {
  const logits = sliceLogits(result, k);
  const share = Math.round((100 * logits.filter((v) => v > 0).length) / logits.length);
  const people = inSlice(slice);
  const smoking = people.filter((i) => seen.labels[i] === 1).length;
  const plane = planeAtAge(result.plane, slice.age) ? 'the plane crosses' : 'the plane passes by';
  return `${years(slice)}: ${smoking} of ${people.length} smoke; the network says so in ${share} % of the area; ${plane}.`;
}
