import * as Plot from '@observablehq/plot';
import { thin } from '../figure/curve.ts';
import { endLabels } from '../figure/labels.ts';
import { grid, plot, tick } from '../figure/plot.ts';
import type { Words } from '../figure/svg.ts';
import { wholeNumber } from '../figure/wholeNumber.ts';
import type { Frame } from '../figure/widget.ts';
import type { Divergence, Mark, Score, Snapshot } from './spec.ts';
import { hasEnded, isBroken, lossOf, standing } from './trained.ts';

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

/** Mean logistic loss by step: thin lines are single starts, thick ones the mean of those that did not break off. */
export function lossChart(frame: Frame, chart: LossChart, words: Words): SVGElement {
  const { snapshot, steps, line, text } = chart;
  const hasHeldOut = snapshot.heldOut.length > 0;
  const last = Math.max(steps, snapshot.step);
  const train = hasHeldOut ? 'var(--ink-2)' : line;
  const ofTrain = coursesOf(snapshot, (mark) => mark.train);
  const ofHeldOut = hasHeldOut ? coursesOf(snapshot, (mark) => mark.heldOut) : [];
  const now = standing(snapshot);
  const at = { x: snapshot.step };
  const labels = [
    ...(hasHeldOut ? [{ ...at, y: lossOf(now.heldOut).mean, text: 'new', color: text, leader: line }] : []),
    {
      ...at,
      y: lossOf(now.train).mean,
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
        ...ofHeldOut.map((course) => lineOf(course, line, 2.25)),
        ...ofTrain.map((course) => lineOf(course, train, hasHeldOut ? 1.25 : 2.25)),
        ...brokeOff(snapshot, last),
        ...offTheScale([...ofHeldOut, ...ofTrain], last),
        // Lines that all broke off have no end to name.
        ...(hasEnded(snapshot) ? [] : [endLabels(labels.map((l) => ({ ...l, y: Math.min(l.y, most) })))]),
      ],
    },
    words,
  );
}

const most = 0.95;
const stepTick = (step: number): string => (step === 0 ? 'step 0' : wholeNumber(step));

/** The loss of one start, or of the mean of several, by step. */
interface LossCourse {
  readonly points: readonly (readonly [step: number, loss: number])[];
  /** One of several starts: drawn thin. */
  readonly single: boolean;
}

/** Every start as far as it came, and the mean of the survivors when there are several starts. */
function coursesOf(snapshot: Snapshot, scores: (mark: Mark) => readonly Score[]): LossCourse[] {
  const marks = [...snapshot.history.filter(({ step }) => step < snapshot.step), snapshot];
  const starts = snapshot.train.map((_, start) => start);
  const singles = starts.map((start): LossCourse => {
    const run = snapshot.divergences.find((divergence) => divergence.start === start);
    const at = (mark: Mark, step = mark.step) => [step, scores(mark)[start]!.loss] as const;
    const points = marks.filter(({ step }) => step < lastGood(run)).map((mark) => at(mark));
    const end = run ? at(snapshot, lastGood(run)) : null;
    return { points: end ? [...points, end] : points, single: starts.length > 1 };
  });
  const alive = starts.filter((start) => !isBroken(snapshot, start));
  if (starts.length === 1 || alive.length === 0) return singles;
  const mean = (mark: Mark): number => lossOf(alive.map((start) => scores(mark)[start]!)).mean;
  return [...singles, { points: marks.map((mark) => [mark.step, mean(mark)] as const), single: false }];
}

/** The newest step whose network is kept: the step after it ruined the weights, which the one that broke off met. */
const lastGood = (run: Divergence | undefined): number => (run ? Math.max(0, run.step - 2) : Infinity);

/** Lines leave the picture at the top; how far beyond is of no matter, as long as the numbers stay drawable. */
function lineOf({ points, single }: LossCourse, stroke: string, strokeWidth: number): Plot.Markish {
  const drawable = points.map(
    ([step, loss]) => [step, Math.min(Number.isNaN(loss) ? Infinity : loss, 9)] as const,
  );
  return Plot.line(thin(drawable, 0.0015) as [number, number][], {
    stroke,
    strokeWidth: single ? 0.75 : strokeWidth,
    strokeOpacity: single ? 0.55 : 1,
    strokeLinejoin: 'round',
    clip: drawable.some(([, loss]) => loss > most),
  });
}

/** One line and one label however many runs broke off; the others are ticks on the axis. */
function brokeOff({ divergences, train }: Snapshot, last: number): Plot.Markish[] {
  if (divergences.length === 0) return [];
  const steps = divergences.map(({ step }) => step);
  const first = Math.min(...steps);
  const at = wholeNumber(first);
  const text =
    train.length === 1
      ? `broke off at step ${at}`
      : steps.length === 1
        ? `1 of ${train.length} broke off, at step ${at}`
        : `${steps.length} of ${train.length} broke off, first at step ${at}`;
  const right = first > last / 2;
  return [
    Plot.ruleX([first], { stroke: 'var(--ink)', strokeDasharray: '1,3' }),
    Plot.ruleX(steps, { y1: 0, y2: 0.03, stroke: 'var(--ink)' }),
    Plot.text([text], {
      x: [first],
      y: [0.07],
      dx: right ? -6 : 6,
      textAnchor: right ? 'end' : 'start',
      fill: 'var(--ink)',
      stroke: 'var(--paper)',
      strokeWidth: 4,
    }),
  ];
}

/** A head of an arrow at the top for every stretch on which some line is above the picture, and one word for them all. */
function offTheScale(courses: readonly LossCourse[], last: number): Plot.Markish[] {
  const away = courses.flatMap(({ points }) =>
    points
      .filter(([, loss], i) => !(loss <= most) && (i === 0 || points[i - 1]![1] <= most))
      .map(([step]) => step),
  );
  if (away.length === 0) return [];
  const apart = last / 25;
  const heads = [...new Set(away)]
    .sort((a, b) => a - b)
    .filter((step, i, all) => i === 0 || step - all[i - 1]! > apart);
  const end = heads.at(-1)!;
  const right = end > last / 2;
  return [
    Plot.dot(heads, { x: (step: number) => step, y: most, r: 4, symbol: 'triangle', fill: 'var(--ink)' }),
    Plot.text(['off the scale'], {
      x: [right ? heads[0]! : end],
      y: [most],
      dx: right ? -9 : 9,
      dy: 1,
      textAnchor: right ? 'end' : 'start',
      fill: 'var(--ink-2)',
      stroke: 'var(--paper)',
      strokeWidth: 4,
    }),
  ];
}
