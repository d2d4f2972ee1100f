import * as Plot from '@observablehq/plot';
import { createBackdrop } from '../../src/figure/backdrop.ts';
import { identity } from '../../src/figure/identity.ts';
import { spread } from '../../src/figure/labels.ts';
import { plotUnnamed, tick } from '../../src/figure/plot.ts';
import { described, svg, type Words } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import { type Place, phaseDomain } from './border.ts';
import { letterMarks } from './letterMarks.ts';
import type { Comparison } from './model.ts';
import { functionsOf, notesLines, noteTop } from './phaseNotes.ts';
import { lettersOf, phaseArea, phaseHeight, pixelOf, planeHeight } from './plane.ts';
import { ratesHeight, ratesRows } from './rates.ts';

/** Where each network stands between order and chaos, with the critical line of its function. */
export function phasePanel(comparison: Comparison, frame: Frame, words: Words): SVGElement {
  const panel = planeOf(comparison, frame, words.title);
  panel.append(
    ...letterMarks(lettersOf(comparison, frame.width), frame),
    ...ratesRows(comparison, frame, planeHeight),
  );
  return described(frame, panel, words);
}

type Functions = ReturnType<typeof functionsOf>;

const backdrop = createBackdrop();

/** The plane with its lines and notes, which stay as they are while a network moves through it. */
function planeOf(comparison: Comparison, frame: Frame, name: string): SVGElement {
  const functions = functionsOf(comparison.networks);
  const lines = notesLines(comparison, frame.width);
  const key = [
    functions.map(({ activation, letters }) => [activation.spec, activation.label, letters]),
    lines,
  ];
  return backdrop(frame, key, () => {
    const plane = drawPlane(comparison, functions, frame, name);
    const top = planeHeight + ratesHeight(comparison);
    const note = { x: 0, 'text-anchor': 'start', fill: 'var(--ink-2)', 'font-size': 12 };
    plane.append(
      ...owners(functions, frame),
      ...lines.map((line, i) => svg(frame, 'text', { ...note, y: top + noteTop(i) }, line)),
    );
    return plane;
  });
}

function drawPlane(comparison: Comparison, functions: Functions, frame: Frame, name: string): SVGElement {
  const { left, right, top, bottom } = phaseArea(frame.width);
  const height = phaseHeight(comparison, frame.width);
  const drawn = functions.some(({ border }) => border.critical.length + border.jump.length > 0);
  const faint = { fill: 'var(--ink-3)' } as const;
  return plotUnnamed(
    frame,
    {
      height,
      marginLeft: left,
      marginRight: frame.width - right,
      marginTop: top,
      marginBottom: height - bottom,
      x: { domain: phaseDomain.sigmaW2, ticks: [0, 1, 2, 3, 4], tickFormat: tick },
      y: { domain: phaseDomain.sigmaB2, ticks: [0, 0.5, 1], tickFormat: tick },
      marks: [
        Plot.ruleY([0], { stroke: 'var(--rule)' }),
        functions.map(lines),
        Plot.text(['vanish'], { x: [0.12], y: [0.93], textAnchor: 'start', ...faint }),
        drawn ? Plot.text(['explode'], { x: [3.95], y: [0.06], textAnchor: 'end', ...faint }) : null,
      ],
    },
    name,
  );
}

/** The line of a function; thin where gradients keep their size nowhere near it. */
function lines({ activation, border }: Functions[number]): Plot.Markish {
  const { line, dash, twin } = identity(activation.family);
  const style = { stroke: line, clip: true } as const;
  const path = (places: readonly Place[], strokeWidth: number, more = {}): Plot.Markish =>
    places.length > 1 ? Plot.line(places as [number, number][], { ...style, strokeWidth, ...more }) : null;
  return [
    path(border.jump, 0.75),
    path(border.critical, twin ? 4 : 1.75, { strokeDasharray: dash }),
    twin ? path(border.critical, 1.5, { stroke: 'var(--paper)' }) : null,
  ];
}

/** The letters of a line's owners where it leaves the plane, at the top or at the right. */
function owners(functions: Functions, frame: Frame): SVGElement[] {
  const { left, right, top } = phaseArea(frame.width);
  const ends = functions.flatMap(({ activation, border, letters }) => {
    const inside = [...border.jump, ...border.critical].filter(([w]) => w <= phaseDomain.sigmaW2[1]);
    const last = inside.sort(([, a], [, b]) => a - b).at(-1);
    if (!last) return [];
    const [x, y] = pixelOf(last[0], last[1], frame.width);
    return [{ x, y, letters, look: identity(activation.family) }];
  });
  const above = ends.filter(({ y }) => y < top + 4);
  const put = spread(
    above.map(({ x }) => x),
    left,
    right,
    26,
  );
  const word = { 'text-anchor': 'middle', 'font-weight': 600, 'font-size': 12 };
  return ends.flatMap((end) => {
    const { x, y, letters, look } = end;
    const i = above.indexOf(end);
    if (i < 0)
      return [svg(frame, 'text', { ...word, x: right + 10, y, dy: '0.32em', fill: look.text }, letters)];
    const d = `M${x.toFixed(1)},${top - 1}L${put[i]!.toFixed(1)},${top - 7}`;
    return [
      svg(frame, 'path', { d, fill: 'none', stroke: look.line }),
      svg(frame, 'text', { ...word, x: put[i]!, y: top - 11, fill: look.text }, letters),
    ];
  });
}
