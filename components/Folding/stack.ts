import { identity } from '../../src/figure/identity.ts';
import { short, svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import type { Drawn } from './paper.ts';
import type { RandomNet } from './randomNet.ts';

/** The random network as dots: one input, columns of hidden units, one output. */
export function drawStack(
  frame: Frame,
  { activation, depth, width, units }: RandomNet,
  height: number,
): Drawn {
  const sizes = [1, ...Array<number>(depth).fill(width), 1];
  const middle = height / 2 - 14;
  const pitch = Math.min(20, (height - 70) / Math.max(width - 1, 1));
  const x = (k: number): number => 14 + (k / (depth + 1)) * (frame.width - 28);
  const y = (k: number, i: number): number => middle + (i - (sizes[k]! - 1) / 2) * pitch;
  const wires = sizes.slice(1).flatMap((count, k) =>
    Array.from({ length: sizes[k]! }, (_, j) =>
      Array.from({ length: count }, (_, i) => {
        const to = `${short(x(k + 1))} ${short(y(k + 1, i))}`;
        return `M${short(x(k))} ${short(y(k, j))}L${to}`;
      }).join(''),
    ),
  );
  const dot = (k: number) =>
    Array.from({ length: sizes[k]! }, (_, i) => `M${short(x(k))} ${short(y(k, i))}h0`).join('');
  const hidden = sizes.slice(1, -1).map((_, k) => dot(k + 1));
  const round = { 'stroke-linecap': 'round', 'stroke-width': Math.min(8, pitch * 0.7) } as const;
  const name = (k: number, text: string, anchor: string) =>
    svg(frame, 'text', { x: x(k), y: middle + 24, 'text-anchor': anchor }, text);
  return {
    note: `${units} hidden units with random weights`,
    height,
    words: {
      title: 'The random network',
      description: `One input, ${depth} hidden layers of ${width} ${activation.label} units, one output; every unit is joined to all of the next layer.`,
    },
    svg: svg(
      frame,
      'g',
      { 'font-family': 'var(--sans)', 'font-size': 12, fill: 'var(--ink-3)' },
      svg(frame, 'path', {
        d: wires.join(''),
        stroke: 'var(--rule)',
        'stroke-width': 0.75,
        'stroke-opacity': 0.6,
      }),
      svg(frame, 'path', { d: hidden.join(''), stroke: identity(activation.family).line, ...round }),
      svg(frame, 'path', { d: dot(0) + dot(depth + 1), stroke: 'var(--ink)', ...round, 'stroke-width': 8 }),
      name(0, 'input', 'start'),
      name(depth + 1, 'output', 'end'),
    ),
  };
}
