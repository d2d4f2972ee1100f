import { identity } from '../../src/figure/identity.ts';
import { picture, svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import { type Point, pathOf } from '../../src/training/contour.ts';
import { dots } from './dots.ts';
import type { SmokersResult } from './model.ts';
import { seen } from './people.ts';
import { planeInBox, sayPlane } from './plane.ts';
import { axisLabels, behind, edges, type Project, projection, rings } from './scene.ts';

/** Height of the cloud's picture at a width. */
const cloudHeight = (width: number): number => (width < 480 ? 360 : 420);

/** The hue of a network's border: that of its first function. */
export const hueOf = ({ functions }: SmokersResult) => identity(functions[0]?.family ?? 'identity');

/** The cloud, the plane and the network's border, as the reader has turned them. */
export function cloudPanel(result: SmokersResult, frame: Frame): SVGElement {
  const height = cloudHeight(frame.width);
  const project = projection(result.view, frame.width, height);
  const hidden = behind(result.plane, project);
  const cut = planeInBox(result.plane).map((place): Point => [project(place)[0], project(place)[1]]);
  const border = rings(result, project);
  const surface = svg(frame, 'path', {
    d: pathOf(border),
    fill: 'none',
    stroke: hueOf(result).line,
    'stroke-width': 1.25,
  });
  return picture(
    frame,
    height,
    {
      title: 'The cloud of 600 invented people',
      description:
        'A box with weight, age and systolic pressure along its edges. Those who smoke fill the middle of the cloud, those who ' +
        `do not surround them on all sides. ${describe(result, cut.length > 0, border.length > 0)}`,
    },
    svg(frame, 'path', { d: boxPath(project), fill: 'none', stroke: 'var(--rule)' }),
    people(frame, 'far', project, (i) => hidden[i]!, 0.5),
    svg(frame, 'path', {
      d: pathOf([cut], true),
      fill: 'var(--ink)',
      'fill-opacity': 0.07,
      stroke: 'var(--ink)',
      'stroke-width': 1.25,
    }),
    people(frame, 'near', project, (i) => !hidden[i]!),
    surface,
    labels(frame, project),
  );
}

/** What else is drawn, and where the plane lies. */
function describe({ plane, functions }: SmokersResult, isCut: boolean, hasBorder: boolean): string {
  const cuts = isCut ? `A plane cuts through ${sayPlane(plane)};` : 'The plane passes by outside the box;';
  if (!hasBorder) return `${cuts} the first network says the same everywhere in the box.`;
  const first = functions.length > 0 ? 'the first network' : 'the network without hidden layers';
  return `${cuts} rings mark where ${first} says one half.`;
}

const boxPath = (project: Project): string =>
  pathOf(edges.map(([a, b]) => [a, b].map((place): Point => [project(place)[0], project(place)[1]])));

function people(
  frame: Frame,
  name: string,
  project: Project,
  chosen: (i: number) => boolean,
  opacity?: number,
): SVGElement {
  const places = (label: number): Point[] =>
    seen.features
      .filter((_, i) => chosen(i) && seen.labels[i] === label)
      .map((person): Point => [project(person)[0], project(person)[1]]);
  return dots(frame, name, places(1), places(0), 5, opacity);
}

function labels(frame: Frame, project: Project): SVGElement {
  const texts = axisLabels(project, frame.width, frame.phone).map(({ x, y, anchor, text }) =>
    svg(frame, 'text', { x, y, 'text-anchor': anchor }, text),
  );
  // The name of the upright stands in front of the far edges.
  const halo = {
    stroke: 'var(--paper)',
    'stroke-width': 4,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  };
  const style = { 'font-family': 'var(--sans)', 'font-size': 12, fill: 'var(--ink-2)', ...halo };
  return svg(frame, 'g', style, ...texts);
}
