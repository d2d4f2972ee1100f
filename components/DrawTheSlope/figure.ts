import * as Plot from '@observablehq/plot';
import { activationTrack } from '../../src/figure/curve.ts';
import { identity } from '../../src/figure/identity.ts';
import { endLabels } from '../../src/figure/labels.ts';
import { grid, plot, zeroColumn, zeroLine } from '../../src/figure/plot.ts';
import { cellText } from '../../src/figure/table.ts';
import type { Frame, Panel, Reading, Table } from '../../src/figure/widget.ts';
import { heights, places } from './controls.ts';
import type { Drawn } from './model.ts';
import { domain, sheet } from './sheet.ts';
import { answerMarks, labelMarks, lineMarks, UNASKED } from './sheetMarks.ts';
import { slopeWords } from './slopeWords.ts';

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
  const svg = plot(
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
        answerMarks(result),
        lineMarks(result, frame),
        labelMarks(result),
      ],
    },
    { title: 'A sheet for its slope', description: describe(result) },
  );
  // An attribute, so that a saved picture keeps the answer back as well; the sheet brings it out where no hand can draw.
  for (const answer of svg.querySelectorAll(`.${UNASKED}`)) answer.setAttribute('display', 'none');
  return { key: 'slope', axisNote: 'the slope φ′', svg };
}

function describe({ activation, line, shown: open, begun, score }: Drawn): string {
  const drawn = begun
    ? `The reader’s line has the heights ${places.map((x, i) => `${shown(line[i]!)} at ${shown(x)}`).join(', ')}.`
    : 'Nothing is drawn on it by hand.';
  const answer = open
    ? `The derivative is drawn on it: ${slopeWords(activation)}.${begun ? ` The score is ${score}.` : ''}`
    : 'The derivative is kept back until it is asked for; on paper and without scripts it is drawn, and told below.';
  return `A sheet for slopes from ${shown(domain.y[0])} to ${shown(domain.y[1])}. ${drawn} ${answer}`;
}

/** The function above, the sheet below, on one x axis. */
export function draw(result: Drawn, frame: Frame): Panel[] {
  const width = Math.min(frame.width, 620);
  return [functionPanel(result, { ...frame, width }), slopePanel(result, { ...frame, width })];
}

/** The picture in words; the score is told only with the answer. */
export function read(result: Drawn): Reading {
  const { activation, shown: open, begun, score } = result;
  const label = activation.label;
  const title = !open
    ? `How steep is ${label}, everywhere?`
    : begun
      ? `Your slope of ${label} scores ${score} of 100`
      : `The slope of ${label}`;
  return {
    title,
    ...findingOf(result),
    description: `${label} for x from −4 to 4 above. ${describe(result)}`,
  };
}

/** Nothing is said of a sheet on which nothing is drawn: on paper there is nothing to miss. */
function findingOf({ activation, shown: open, begun, worst }: Drawn): Pick<Reading, 'finding'> {
  if (open && !begun) return { finding: `φ′ of ${activation.label}: ${slopeWords(activation)}.` };
  if (open) return { finding: worstOf(activation, worst) };
  return begun ? { finding: 'Your line is drawn.' } : {};
}

/** Heights are told to two decimals, so that a smaller miss is none. */
function worstOf({ label, df }: Drawn['activation'], { x, drawn, miss }: Drawn['worst']): string {
  if (miss < 0.005) return `Your line meets φ′ of ${label} wherever a line can.`;
  const slope = df(x);
  const beyond = slope < heights.low || slope > heights.high;
  const edge = beyond
    ? ` That is beyond the sheet: its edge at ${shown(Math.sign(slope) > 0 ? heights.high : heights.low)} counts.`
    : '';
  return `Yours is furthest off at x = ${shown(x)}: ${shown(drawn)} instead of ${shown(slope)}.${edge}`;
}

/** Line and derivative at the handles. The derivative is kept back from a line that is being drawn, not from paper. */
export function table({ activation, line, shown: open, begun }: Drawn): Table {
  const slope = (x: number): number | string => (begun && !open ? 'hidden' : activation.df(x));
  return {
    columns: [{ label: 'x' }, ...(begun ? [{ label: 'your slope' }] : []), { label: 'φ′' }],
    rows: places.map((x, i) => [x, ...(begun ? [line[i]!] : []), slope(x)]),
  };
}
