import * as Plot from '@observablehq/plot';
import { activationTrack, type Point } from '../../src/figure/curve.ts';
import { identity } from '../../src/figure/identity.ts';
import { endLabels } from '../../src/figure/labels.ts';
import { grid, plot, zeroColumn, zeroLine } from '../../src/figure/plot.ts';
import { cellText } from '../../src/figure/table.ts';
import type { Frame, Panel, Reading, Table } from '../../src/figure/widget.ts';
import { places } from './controls.ts';
import { type Drawn, heightAt } from './model.ts';
import { domain, sheet } from './sheet.ts';

const shown = (value: number): string => cellText(Number(value.toFixed(2)) + 0, 3);

function functionPanel({ activation }: Drawn, frame: Frame): Panel {
  const { text, line } = identity(activation.family);
  const values = places.map((x) => activation.f(x)).filter(Number.isFinite);
  const [low, high] = [Math.min(-0.5, ...values), Math.max(1, ...values)];
  return {
    key: 'function',
    axisNote: `the function φ = ${activation.label}`,
    svg: plot(
      frame,
      {
        height: frame.phone ? 150 : 170,
        marginLeft: sheet.left,
        marginRight: sheet.right,
        x: { domain: [...domain.x], ticks: [-4, -2, 0, 2, 4] },
        y: { domain: [low - (high - low) * 0.06, high + (high - low) * 0.06], ticks: 4 },
        marks: [
          grid(),
          zeroColumn(),
          zeroLine(),
          activationTrack(activation, -4, 4),
          endLabels([{ y: activation.f(4), text: 'φ', color: text, leader: line }]),
        ],
      },
      { title: `The function ${activation.label}`, description: `${activation.label} for x from −4 to 4.` },
    ),
  };
}

function slopePanel(result: Drawn, frame: Frame): Panel {
  const { activation, line, shown: open, begun } = result;
  const points = places.map((x, i): Point => [x, line[i]!]);
  const look = identity(activation.family);
  const yours = (stroke: string, strokeWidth: number) =>
    Plot.line(points as Point[], { stroke, strokeWidth });
  return {
    key: 'slope',
    axisNote: 'its slope φ′, as you see it',
    svg: plot(
      frame,
      {
        height: frame.phone ? 270 : 300,
        marginLeft: sheet.left,
        marginRight: sheet.right,
        marginTop: sheet.top,
        marginBottom: sheet.bottom,
        x: { domain: [...domain.x], ticks: [-4, -2, 0, 2, 4] },
        y: { domain: [...domain.y], ticks: [-1, 0, 1, 2] },
        marks: [
          // A ground that the pointer can meet anywhere.
          Plot.rect([0], {
            x1: domain.x[0],
            x2: domain.x[1],
            y1: domain.y[0],
            y2: domain.y[1],
            fill: 'var(--sunk)',
          }),
          grid([-1, 0, 1, 2]),
          Plot.ruleX([...places], { stroke: 'var(--hair)', strokeOpacity: 0.6 }),
          zeroColumn(),
          zeroLine(),
          open
            ? activationTrack(activation, -4, 4, {
                order: 'df',
                width: look.twin ? 2.25 : 2,
                dash: '5,4',
                clip: true,
              })
            : null,
          yours('var(--yours)', 5),
          yours('var(--sunk)', 2),
          Plot.dot(points as Point[], { r: 4.5, fill: 'var(--yours)' }),
          begun || open
            ? null
            : Plot.text([[0, 1.6]], {
                text: () => (frame.phone ? 'draw here' : 'draw the slope here'),
                fontSize: 14,
                fill: 'var(--ink-2)',
              }),
          endLabels([
            { y: line.at(-1)!, text: 'yours', color: 'var(--yours)' },
            ...(open
              ? [{ y: clamp(activation.df(4)), text: 'φ′', color: look.text, leader: look.line }]
              : []),
          ]),
        ],
      },
      { title: 'A sheet for its slope', description: describe(result) },
    ),
  };
}

const clamp = (value: number): number => Math.min(Math.max(value, domain.y[0]), domain.y[1]);

function describe({ activation, line, shown: open, begun, score }: Drawn): string {
  const sheetText = begun
    ? `The reader’s line has the heights ${places.map((x, i) => `${shown(line[i]!)} at ${shown(x)}`).join(', ')}.`
    : 'An empty sheet; the reader’s line still lies at 0.';
  return `${sheetText} ${open ? `The derivative of ${activation.label} is drawn over it; the score is ${score}.` : 'The derivative is hidden.'}`;
}

/** The function above, the sheet below, on one x axis. */
export function draw(result: Drawn, frame: Frame): Panel[] {
  const width = Math.min(frame.width, 620);
  return [functionPanel(result, { ...frame, width }), slopePanel(result, { ...frame, width })];
}

/** The picture in words; the score is told only with the answer. */
export function read(result: Drawn): Reading {
  const { activation, shown: open, begun, score, worst } = result;
  const label = activation.label;
  const title = !open
    ? `How steep is ${label}, everywhere?`
    : begun
      ? `Your slope of ${label} scores ${score} of 100`
      : `The slope of ${label}`;
  const finding = !open
    ? begun
      ? 'Your line is drawn. Show the derivative to compare.'
      : 'Nothing drawn yet.'
    : `Yours is furthest off at x = ${shown(worst.x)}: ${shown(heightAt(result.line, worst.x))} instead of ${shown(activation.df(worst.x))}.`;
  return { title, finding, description: `${label} for x from −4 to 4 above. ${describe(result)}` };
}

/** Line and derivative at the handles. */
export function table({ activation, line, shown: open }: Drawn): Table {
  return {
    columns: [{ label: 'x' }, { label: 'your slope' }, { label: 'φ′' }],
    rows: places.map((x, i) => [x, line[i]!, open ? activation.df(x) : 'hidden']),
  };
}
