import type * as Plot from '@observablehq/plot';
import { svg } from './svg.ts';

export interface EndLabel {
  /** Value on the y scale where the line ends. */
  readonly y: number;
  /** Value on the x scale where the line ends; default: the right edge of the plot. */
  readonly x?: number;
  readonly text: string;
  /** CSS colours of the words and of the leader. */
  readonly color: string;
  readonly leader?: string;
}

const APART = 17;

/** Moves heights apart to at least `gap`, keeping order and staying within [top, bottom] where they fit. */
export function spread(heights: readonly number[], top: number, bottom: number, gap = APART): number[] {
  const order = heights.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  for (let k = 1; k < order.length; k++) {
    order[k]!.y = Math.max(order[k]!.y, order[k - 1]!.y + gap);
  }
  const over = (order.at(-1)?.y ?? 0) - bottom;
  if (over > 0) {
    let limit = bottom;
    for (const item of order.reverse()) {
      item.y = Math.min(item.y, limit);
      limit = item.y - gap;
    }
  }
  const result = [...heights];
  for (const { y, i } of order) result[i] = Math.max(y, top - gap);
  return result;
}

/**
 * Direct labels at the ends of lines, 13 px semi-bold, at least 17 px apart; a moved label keeps a leader. A mark for
 * Plot: stands in the right margin, so give the plot `marginRight` of 90 to 176.
 */
export function endLabels(labels: readonly EndLabel[]): Plot.RenderFunction {
  return (_index, scales, _values, dimensions, context) => {
    const frame = { document: context.document };
    const { width, height, marginRight, marginTop, marginBottom } = dimensions;
    const y = (v: number) => Number(scales.y?.(v));
    const clamp = (v: number) => Math.min(Math.max(v, marginTop), height - marginBottom);
    const at = labels.map((l) => clamp(y(l.y)));
    const put = spread(at, marginTop, height - marginBottom);
    const edge = width - marginRight;
    const group = svg(frame, 'g', { 'font-size': 13, 'font-weight': 600, 'text-anchor': 'start' });
    labels.forEach((label, i) => {
      const [from, to] = [at[i]!, put[i]!];
      const start = label.x === undefined ? edge : Number(scales.x?.(label.x));
      if (Math.abs(from - to) > 2 || edge - start > 4) {
        const d = `M${(start + 3).toFixed(1)},${from.toFixed(1)}L${edge + 10},${to.toFixed(1)}`;
        group.append(svg(frame, 'path', { d, fill: 'none', stroke: label.leader ?? label.color }));
      }
      group.append(svg(frame, 'text', { x: edge + 13, y: to, dy: '0.32em', fill: label.color }, label.text));
    });
    return group;
  };
}
