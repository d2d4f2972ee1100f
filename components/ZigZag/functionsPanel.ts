import * as Plot from '@observablehq/plot';
import { fitted } from '../../src/figure/fitted.ts';
import { identity } from '../../src/figure/identity.ts';
import { plot } from '../../src/figure/plot.ts';
import type { Frame, Panel } from '../../src/figure/widget.ts';
import type { Conditioned } from './model.ts';
import { describeRows, shown } from './words.ts';

/** Room for κ itself, at the right of the longest line. */
const NUMBERS = 58;

/** κ by function, a dot on a logarithmic axis, largest at the top. */
export function functionsPanel(rows: readonly Conditioned[], n: number, frame: Frame): Panel {
  const top = Math.max(10, ...rows.map((r) => r.kappa));
  const names = rows.map(({ label }) => fitted(label, 24));
  const marginLeft = Math.max(frame.phone ? 126 : 150, 8 + 6.5 * Math.max(...names.map((n) => n.length)));
  const decade = (frame.width - marginLeft - NUMBERS) / Math.log10(top * 1.15);
  const decades = [1, 10, 100, 1000].filter((t) => t <= top * 1.15);
  // Half of “100”, half of “1000” and a gap between them.
  const ticks = decade < 34 ? decades.filter((t) => t !== 100) : decades;
  return {
    key: 'functions',
    axisNote: `condition number κ of ${n} inputs φ(z)`,
    svg: plot(
      frame,
      {
        height: 40 + rows.length * 17,
        marginLeft,
        marginRight: NUMBERS,
        x: { type: 'log', domain: [1, top * 1.15], ticks },
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
