import type * as Plot from '@observablehq/plot';
import { rampColor, rampEdges, rampStep } from './ramp.ts';
import { svg } from './svg.ts';

const HATCH = 4.5;

/**
 * The ramp of gradient size along a y axis of decades, as a strip of `width` px that ends `gap` px left of the plot.
 * A mark for Plot. Steps of growth are hatched at 45°, as everywhere.
 */
export function rampStrip(id: string, { width = 11, gap = 14 } = {}): Plot.RenderFunction {
  return (_index, scales, _values, dimensions, context) => {
    const frame = { document: context.document };
    const y = (v: number) => Number(scales.y?.(v));
    const [top, bottom] = [dimensions.marginTop, dimensions.height - dimensions.marginBottom];
    const x = dimensions.marginLeft - gap - width;
    const pattern = svg(
      frame,
      'pattern',
      { id, width: HATCH, height: HATCH, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      svg(frame, 'rect', { width: 1.3, height: HATCH, style: 'fill:var(--paper)', 'fill-opacity': 0.62 }),
    );
    const group = svg(frame, 'g', {}, svg(frame, 'defs', {}, pattern));
    const edges = [Number.POSITIVE_INFINITY, ...[...rampEdges].reverse(), Number.NEGATIVE_INFINITY];
    edges.slice(1).forEach((low, i) => {
      const high = edges[i]!;
      const from = Math.max(top, Number.isFinite(high) ? y(high) : top);
      const to = Math.min(bottom, Number.isFinite(low) ? y(low) : bottom);
      if (to <= from) return;
      const middle = Number.isFinite(high) ? (Number.isFinite(low) ? (high + low) / 2 : high - 1) : low + 1;
      const { fill, hatched } = rampColor(rampStep(middle));
      const box = { x, y: from, width, height: to - from };
      group.append(svg(frame, 'rect', { ...box, style: `fill:${fill}` }));
      if (hatched) group.append(svg(frame, 'rect', { ...box, fill: `url(#${id})` }));
    });
    return group;
  };
}
