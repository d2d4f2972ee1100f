import * as Plot from '@observablehq/plot';
import { curvePoints, type Point } from '../../src/figure/curve.ts';
import { identity } from '../../src/figure/identity.ts';
import { type EndLabel, endLabels } from '../../src/figure/labels.ts';
import type { Frame } from '../../src/figure/widget.ts';
import { places } from './controls.ts';
import type { Drawn } from './model.ts';
import { domain } from './sheet.ts';

/** What is seen only where no hand can draw: without scripts and on paper. */
export const UNASKED = 'unasked';

/** What only a hand needs; hidden without scripts and on paper. */
const HAND = 'needs-script';

/** φ′ on the sheet, kept back until it is asked for. */
export function answerMarks({ activation, shown }: Drawn): Plot.Markish[] {
  const look = identity(activation.family);
  const points = curvePoints(activation, places[0]!, places.at(-1)!, 'df') as Point[];
  const line = (stroke: string, strokeWidth: number): Plot.Markish =>
    Plot.line(points, {
      stroke,
      strokeWidth,
      strokeDasharray: '5,4',
      strokeLinejoin: 'round',
      clip: true,
      ...(shown ? {} : { className: UNASKED }),
    });
  return look.twin ? [line(look.line, 5), line('var(--sunk)', 2)] : [line(look.line, 2)];
}

/** The reader’s line with its handles, and before the first stroke what to do. */
export function lineMarks({ line, shown, begun }: Drawn, frame: Frame): Plot.Markish[] {
  const points = places.map((x, i): [number, number] => [x, line[i]!]);
  // A line that nobody has moved is a tool; a drawn one is printed.
  const tool = begun ? {} : { className: HAND };
  return [
    Plot.line(points, { stroke: 'var(--yours)', strokeWidth: 5, ...tool }),
    Plot.line(points, { stroke: 'var(--sunk)', strokeWidth: 2, ...tool }),
    Plot.dot(points, { r: 4.5, fill: 'var(--yours)', ...tool }),
    ...(begun || shown
      ? []
      : [
          Plot.text([[0, 1.6]], {
            text: () => (frame.phone ? 'draw here' : 'draw the slope here'),
            fontSize: 14,
            fill: 'var(--ink-2)',
            className: HAND,
          }),
        ]),
  ];
}

/** Names at the ends of the lines: one set for a hand, one for paper. */
export function labelMarks({ activation, line, shown, begun }: Drawn): Plot.Markish[] {
  const look = identity(activation.family);
  const yours: EndLabel = { y: line.at(-1)!, text: 'yours', color: 'var(--yours)' };
  const end = Math.min(Math.max(activation.df(places.at(-1)!), domain.y[0]), domain.y[1]);
  const answer: EndLabel = { y: end, text: 'φ′', color: look.text, leader: look.line };
  return [named(HAND, shown ? [yours, answer] : [yours]), named(UNASKED, begun ? [yours, answer] : [answer])];
}

function named(name: string, labels: readonly EndLabel[]): Plot.RenderFunction {
  const render = endLabels(labels);
  return (...args) => {
    const group = render(...args);
    group?.setAttribute('class', name);
    return group;
  };
}
