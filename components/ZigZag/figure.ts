import * as Plot from '@observablehq/plot';
import { fitted } from '../../src/figure/fitted.ts';
import { identity } from '../../src/figure/identity.ts';
import { plot, tick } from '../../src/figure/plot.ts';
import { cellText } from '../../src/figure/table.ts';
import type { Frame, Panel, Reading, Table } from '../../src/figure/widget.ts';
import { type Conditioned, type Place, target, type ValleyView, type ZigZag } from './model.ts';

const shown = (value: number): string => cellText(value, 3);

const area = { x: [-0.6, 3.0], y: [-2.2, 1.0] } as const;

/** Ellipses of equal loss through a few points of the way down. */
function contours({ valley: { eigenvalues } }: ValleyView): Plot.Markish[] {
  const [low, high] = eigenvalues;
  return [0.15, 0.45, 0.9, 1.5, 2.25, 3.15, 4.2].map((reach) => {
    // `reach` is the half-axis along the flat direction (1, −1).
    const across = reach * Math.sqrt(low / high);
    const points = Array.from({ length: 97 }, (_, i): Place => {
      const angle = (i / 48) * Math.PI;
      const [u, v] = [reach * Math.cos(angle), across * Math.sin(angle)];
      return [target[0] + (u + v) / Math.SQRT2, target[1] + (v - u) / Math.SQRT2];
    });
    return Plot.line(points, { stroke: 'var(--rule)', strokeWidth: 1, clip: true });
  });
}

function valleyPanel(view: ValleyView, frame: Frame): Panel {
  const width = Math.min(frame.width, 560);
  const inner = width - 42;
  const height = Math.round((inner * (area.y[1] - area.y[0])) / (area.x[1] - area.x[0])) + 40;
  const path = view.path.slice(0, 120).filter(([a, b]) => Math.abs(a) < 60 && Math.abs(b) < 60) as [
    number,
    number,
  ][];
  return {
    key: 'valley',
    axisNote: 'weight w₂, over weight w₁',
    svg: plot(
      { ...frame, width },
      {
        height,
        x: { domain: [...area.x], ticks: [0, 1, 2, 3] },
        y: { domain: [...area.y], ticks: [-2, -1, 0, 1] },
        marks: [
          contours(view),
          Plot.line(path, { stroke: 'var(--ink)', strokeWidth: 1.5, strokeLinejoin: 'round', clip: true }),
          Plot.dot(path, { r: 2.6, fill: 'var(--ink)', clip: true }),
          Plot.dot([[0, 0]], { r: 5, stroke: 'var(--ink)', strokeWidth: 1.5, fill: 'var(--paper)' }),
          Plot.dot([[...target]], { symbol: 'times', r: 6, stroke: 'var(--ink)', strokeWidth: 2 }),
          label([0, 0], 'start', 'end', -9, -2),
          label(target, 'target', 'start', 11, 12),
        ],
      },
      { title: 'The way down into the valley', description: describe(view) },
    ),
  };
}

const label = (at: Place, text: string, textAnchor: 'start' | 'end', dx: number, dy: number): Plot.Markish =>
  Plot.text([[...at]], {
    text: () => text,
    textAnchor,
    dx,
    dy,
    fontSize: 13,
    fontWeight: 600,
    fill: 'var(--ink)',
    stroke: 'var(--paper)',
    strokeWidth: 4,
  });

function describe({ valley, path, steps, mean, spread, batch, rate }: ValleyView): string {
  const way =
    steps === null
      ? `It is not there after ${path.length - 1} steps.`
      : `It arrives after ${stepsText(steps)}.`;
  return (
    `Plane of two weights with lines of equal loss, ellipses around the target (1.5, −1), ${shown(Math.sqrt(valley.condition))} times ` +
    `as long as wide, along the diagonal from upper left to lower right. Inputs have mean ${shown(mean)} and spread ${shown(spread)}. A path of steps of ` +
    `size ${shown(rate)}, ${batch === 'all' ? 'exact gradients' : `${batch} random samples a step`}, leads from the origin. ${way}`
  );
}

const stepsText = (n: number): string => (n === 1 ? 'one step' : `${n} steps`);

/** κ by function, a dot on a logarithmic axis, largest at the top. */
function functionsPanel(rows: readonly Conditioned[], n: number, frame: Frame): Panel {
  const top = Math.max(10, ...rows.map((r) => r.kappa));
  const names = rows.map(({ label }) => fitted(label, 24));
  return {
    key: 'functions',
    axisNote: `condition number κ of ${n} inputs φ(z)`,
    svg: plot(
      frame,
      {
        height: 40 + rows.length * 17,
        marginLeft: Math.max(frame.phone ? 126 : 150, 8 + 6.5 * Math.max(...names.map((n) => n.length))),
        marginRight: 58,
        x: { type: 'log', domain: [1, top * 1.15], ticks: [1, 10, 100, 1000].filter((t) => t <= top * 1.15) },
        // A reader may call a function as the book calls another.
        y: {
          type: 'band',
          domain: rows.map((_, i) => i),
          tickFormat: (i: number) => names[i]!,
        },
        marks: [
          Plot.ruleX([1], { stroke: 'var(--ink-3)' }),
          Plot.ruleX(
            [10, 100, 1000].filter((t) => t <= top),
            { stroke: 'var(--hair)' },
          ),
          Plot.ruleY(rows, {
            y: (_, i: number) => i,
            x1: 1,
            x2: 'kappa',
            stroke: (r: Conditioned) => identity(r.family).line,
            strokeWidth: 2,
          }),
          dots(rows),
          Plot.text(rows, {
            x: 'kappa',
            y: (_, i: number) => i,
            text: (r: Conditioned) => shown(r.kappa),
            textAnchor: 'start',
            dx: 8,
            fill: 'var(--ink-2)',
          }),
        ],
      },
      { title: 'Condition number by function', description: describeRows(rows, n) },
    ),
  };
}

/** A dot for each function, a ring for the reader's own. */
function dots(rows: readonly Conditioned[]): Plot.Markish[] {
  const dot = (keep: (r: Conditioned) => boolean, options: Plot.DotOptions) =>
    Plot.dot(rows, { x: 'kappa', y: (_, i: number) => i, filter: keep, ...options });
  const twin = (r: Conditioned): boolean => identity(r.family).twin;
  return [
    dot((r) => !twin(r), { r: 4, fill: (r: Conditioned) => identity(r.family).line }),
    ...(rows.some(twin)
      ? [dot(twin, { r: 4.5, fill: 'var(--fn-yours)' }), dot(twin, { r: 2, fill: 'var(--paper)' })]
      : []),
  ];
}

const describeRows = (rows: readonly Conditioned[], n: number): string =>
  `Condition number of ${n} inputs by function, logarithmic, largest first: ${rows.map((r) => `${r.label} ${shown(r.kappa)}`).join(', ')}.`;

/** The valley, or the functions. */
export function draw(result: ZigZag, frame: Frame): Panel[] {
  return [
    result.tab === 'valley' ? valleyPanel(result, frame) : functionsPanel(result.rows, result.n, frame),
  ];
}

/** The picture in words. */
export function read(result: ZigZag): Reading {
  return result.tab === 'valley' ? readValley(result) : readFunctions(result.rows, result.n);
}

function readValley(view: ValleyView): Reading {
  const { valley, steps, rate, sameSign, mean, best, path } = view;
  const round = valley.condition < 1.0001;
  const arrives =
    steps === null
      ? `no arrival within ${path.length - 1} steps`
      : `${stepsText(steps)} to a thousandth of the distance`;
  return {
    title:
      steps === null
        ? 'This path never settles: the steps are too large for the steep direction'
        : round
          ? `With mean 0 the valley is round, and ${stepsText(steps)} ${steps === 1 ? 'is' : 'are'} enough`
          : `A mean of ${shown(mean)} makes the valley narrow, and the path zig-zags for ${stepsText(steps)}`,
    finding:
      `κ = ${shown(valley.condition)}, step size ${shown(rate)}: ${arrives}; at best ${best}. ` +
      `In ${Math.round(100 * sameSign)} % of single samples both weights are pushed the same way.`,
    description: describe(view),
  };
}

function readFunctions(rows: readonly Conditioned[], n: number): Reading {
  const first = rows[0]!;
  const round = rows.filter((r) => r.kappa < 1.0001).map((r) => r.label);
  return {
    title: `Functions with a mean make the valley of ${n} inputs long; ${first.label} most of all`,
    finding: `κ is ${shown(first.kappa)} for ${first.label} and exactly 1 for ${round.length} functions with mean 0.`,
    description: `${describeRows(rows, n)} κ = 1 means a round valley: ${round.join(', ')}.`,
  };
}

/** Every step, or every function. */
export function table(result: ZigZag): Table {
  if (result.tab === 'valley') {
    return {
      columns: [{ label: 'step' }, { label: 'w₁' }, { label: 'w₂' }],
      rows: result.path.map(([w1, w2], i) => [tick(i), w1, w2]),
    };
  }
  return {
    columns: [{ label: 'function' }, { label: `κ of ${result.n} inputs`, digits: 15 }],
    rows: result.rows.map((r) => [r.label, r.kappa]),
  };
}
