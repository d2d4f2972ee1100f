import * as Plot from '@observablehq/plot';
import { plot } from '../../src/figure/plot.ts';
import type { Frame, Panel } from '../../src/figure/widget.ts';
import type { ValleyView } from './model.ts';
import { type Place, target } from './way.ts';
import { describe } from './words.ts';

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

/** The way down over lines of equal loss; what leaves the picture is cut at its edge. */
export function valleyPanel(view: ValleyView, frame: Frame): Panel {
  const width = Math.min(frame.width, 560);
  const inner = width - 42;
  const height = Math.round((inner * (area.y[1] - area.y[0])) / (area.x[1] - area.x[0])) + 40;
  const path = view.steps.map(({ w }): [number, number] => [...w]);
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
          Plot.dot(path, { r: path.length > 120 ? 1.6 : 2.6, fill: 'var(--ink)', clip: true }),
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
