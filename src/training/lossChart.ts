import * as Plot from '@observablehq/plot';
import { thin } from '../figure/curve.ts';
import { endLabels } from '../figure/labels.ts';
import { grid, plot, tick } from '../figure/plot.ts';
import type { Words } from '../figure/svg.ts';
import type { Frame } from '../figure/widget.ts';
import type { Mark, Score, Snapshot } from './spec.ts';
import { lossOf } from './trained.ts';

export interface LossChart {
  readonly snapshot: Snapshot;
  /** The last step of the course. */
  readonly steps: number;
  readonly height: number;
  /** Colours of the held-out lines and of their words. */
  readonly line: string;
  readonly text: string;
}

const guessing = Math.LN2;

/** Mean logistic loss by step: thin lines are single starts, thick ones their mean. */
export function lossChart(frame: Frame, chart: LossChart, words: Words): SVGElement {
  const { snapshot, steps, line, text } = chart;
  const marks = [...snapshot.history.filter(({ step }) => step < snapshot.step), snapshot];
  const hasHeldOut = snapshot.heldOut.length > 0;
  const last = Math.max(steps, snapshot.step);
  const train = hasHeldOut ? 'var(--ink-2)' : line;
  const lines = [
    ...(hasHeldOut ? [...curves(marks, (m) => m.heldOut, line, 2.25)] : []),
    ...curves(marks, (m) => m.train, train, hasHeldOut ? 1.25 : 2.25),
  ];
  const at = { x: snapshot.step };
  const labels = [
    ...(hasHeldOut
      ? [{ ...at, y: capped(lossOf(snapshot.heldOut).mean), text: 'new', color: text, leader: line }]
      : []),
    {
      ...at,
      y: capped(lossOf(snapshot.train).mean),
      text: hasHeldOut ? 'trained on' : 'loss',
      color: hasHeldOut ? 'var(--ink-2)' : text,
      leader: train,
    },
  ];
  return plot(
    frame,
    {
      height: chart.height,
      marginLeft: 30,
      marginRight: 78,
      marginTop: 10,
      marginBottom: 30,
      x: { domain: [0, last], ticks: frame.width < 480 ? 4 : 6, tickFormat: stepTick },
      y: { domain: [0, most], ticks: [0, 0.2, 0.4, 0.6, 0.8], tickFormat: tick },
      marks: [
        grid([0, 0.2, 0.4, 0.6, 0.8]),
        Plot.ruleY([guessing], { stroke: 'var(--ink-2)', strokeDasharray: '1,3' }),
        Plot.text(['guessing'], {
          x: [last],
          y: [guessing],
          dy: -8,
          textAnchor: 'end',
          fill: 'var(--ink-2)',
        }),
        ...lines,
        ...snapshot.divergences.map(({ step }) => brokeOff(step, last)),
        endLabels(labels),
      ],
    },
    words,
  );
}

const most = 0.95;
const capped = (loss: number): number => (Number.isFinite(loss) ? Math.min(loss, most) : most);
const stepTick = (step: number): string => (step === 0 ? 'step 0' : step.toLocaleString('en'));

function curves(
  marks: readonly Mark[],
  scores: (mark: Mark) => readonly Score[],
  stroke: string,
  strokeWidth: number,
): Plot.Markish[] {
  const starts = scores(marks[0]!).length;
  const line = (value: (mark: Mark) => number, style: Plot.LineOptions): Plot.Markish =>
    Plot.line(
      thin(
        marks.map((mark) => [mark.step, capped(value(mark))] as const),
        0.0015,
      ) as [number, number][],
      { stroke, strokeLinejoin: 'round', ...style },
    );
  const single = Array.from({ length: starts > 1 ? starts : 0 }, (_, k) =>
    line((mark) => scores(mark)[k]!.loss, { strokeWidth: 0.75, strokeOpacity: 0.55 }),
  );
  return [...single, line((mark) => lossOf(scores(mark)).mean, { strokeWidth })];
}

const brokeOff = (step: number, last: number): Plot.Markish => [
  Plot.ruleX([step], { stroke: 'var(--bad)', strokeDasharray: '1,3' }),
  Plot.text([`broke off at step ${step}`], {
    x: [step],
    y: [0.04],
    dx: step > last / 2 ? -5 : 5,
    textAnchor: step > last / 2 ? 'end' : 'start',
    fill: 'var(--bad)',
  }),
];
