import * as Plot from '@observablehq/plot';
import type { Point } from '../../src/figure/curve.ts';
import { curvePoints, track } from '../../src/figure/curve.ts';
import { identity } from '../../src/figure/identity.ts';
import { endLabels } from '../../src/figure/labels.ts';
import { plot, zeroColumn, zeroLine } from '../../src/figure/plot.ts';
import type { Frame, Panel } from '../../src/figure/widget.ts';
import type { Lab } from './model.ts';
import { power } from './power.ts';
import { describeMicroscope, shown } from './words.ts';

/** φ around x in units of the half-width, with tangent and chords, equal units on both axes. */
export function microscopePanel(lab: Lab, frame: Frame): Panel {
  const { activation, x, zoom, h, kink, analytic, forward, central, chordsSeen } = lab;
  const look = identity(activation.family);
  const middle = activation.f(x);
  // Offsets from the point, in units of the half-width: at 10⁻⁶ absolute numbers would all look alike.
  const local = ([px, py]: Point): Point => [(px - x) / zoom, (py - middle) / zoom];
  const curve = curvePoints(activation, x - zoom, x + zoom).map(local);
  const line = (slope: number, through: Point): [number, number][] => [
    [-1, through[1] + slope * (-1 - through[0])],
    [1, through[1] + slope * (1 - through[0])],
  ];
  const chord = (from: number, slope: number): [number, number][] =>
    line(slope, local([from, activation.f(from)]));
  const reach = 1.1;
  const both = [
    { name: 'forward', points: chord(x, forward), dash: '8,4' },
    { name: 'central', points: chord(x - h, central), dash: '2,4' },
  ];
  // What cannot be told from a point has no name either.
  const chords = chordsSeen ? both : [];
  const slopeLabels = chords.map(({ name, points }, i) => ({
    y: clamp(points[1]![1], reach),
    text: `${name} ${shown([forward, central][i]!, 3)}`,
    color: 'var(--ink)',
    leader: 'var(--ink-3)',
  }));
  const used = {
    y: clamp(analytic, reach),
    text: `φ′ ${shown(analytic, 3)}`,
    color: look.text,
    leader: look.line,
  };
  const labels = [...slopeLabels, used];
  // A caret is not drawn, and raised figures are small.
  const longest = Math.max(...labels.map(({ text }) => text.replace(/\^.*/, '00').length));
  return {
    key: 'microscope',
    heading: kink
      ? `At the ${kink.of === 'f' ? 'jump' : 'kink'} of ${activation.label}`
      : `${activation.label} under the microscope`,
    axisNote: `offsets from x = ${shown(x, 4)}, in units of ${power(Math.round(Math.log10(zoom)))}`,
    svg: plot(
      frame,
      {
        height: frame.phone ? 290 : 320,
        marginRight: Math.max(100, 18 + 7.4 * longest),
        x: { domain: [-1, 1], ticks: [-1, 0, 1] },
        y: { domain: [-reach, reach], ticks: [-1, 0, 1] },
        marks: [
          zeroLine(),
          zeroColumn(),
          track(curve, look, { clip: true }),
          Plot.line(line(analytic, [0, 0]), { stroke: look.line, strokeWidth: 1, clip: true }),
          chords.map(({ points, dash }) =>
            Plot.line(points, {
              stroke: 'var(--ink)',
              strokeWidth: 1.25,
              strokeDasharray: dash,
              clip: true,
            }),
          ),
          chordsSeen
            ? Plot.dot(
                [x - h, x, x + h].map((at) => local([at, activation.f(at)]) as [number, number]),
                { r: 3.2, fill: 'var(--ink)', clip: true },
              )
            : Plot.dot([[0, 0]], { r: 3.2, fill: 'var(--ink)' }),
          endLabels(labels),
        ],
      },
      { title: `${activation.label} around the point`, description: describeMicroscope(lab) },
    ),
  };
}

const clamp = (value: number, reach: number): number =>
  Number.isFinite(value) ? Math.min(Math.max(value, -reach), reach) : 0;
