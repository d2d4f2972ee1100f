import * as Plot from '@observablehq/plot';
import { identity } from '../../src/figure/identity.ts';
import { plot, tick } from '../../src/figure/plot.ts';
import type { Words } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import type { Histogram } from '../../src/network/histogram.ts';
import { activationOf, type Comparison, type Measured } from './model.ts';

type Kind = 'preactivations' | 'activations';

/** Outline of a histogram as a density: area 1 under each. */
function outline({ min, max, counts }: Histogram): [number, number][] {
  const width = (max - min) / counts.length;
  const total = counts.reduce((sum, n) => sum + n, 0) * width;
  const steps = Array.from(counts, (n, i): [number, number][] => [
    [min + i * width, n / total],
    [min + (i + 1) * width, n / total],
  ]);
  return [[min, 0], ...steps.flat(), [max, 0]];
}

/** Distributions in the layer under view, one outline for each network. The tallest is cut at four times the second. */
export function histogramPanel(comparison: Comparison, kind: Kind, frame: Frame, words: Words): SVGElement {
  const shown = comparison.networks.filter((network) => network[kind] !== null);
  const outlines = shown.map((network) => outline(network[kind]!));
  const peaks = outlines.map((o) => Math.max(...o.map(([, y]) => y))).sort((a, b) => a - b);
  const top = Math.min(peaks.at(-1) ?? 1, 4 * (peaks.at(-2) ?? peaks.at(-1) ?? 1));
  const ends = outlines.flat().map(([x]) => x);
  const [from, to] = [Math.min(-1, ...ends), Math.max(1, ...ends)];
  return plot(
    frame,
    {
      height: 170,
      marginLeft: 8,
      marginRight: 8,
      marginTop: 8,
      marginBottom: 26,
      x: { domain: [from, to], ticks: 5, tickFormat: tick },
      y: { domain: [0, top * 1.04], axis: null },
      marks: [
        Plot.ruleX([0], { stroke: 'var(--rule)' }),
        Plot.ruleY([0], { stroke: 'var(--rule)' }),
        shown.map((network, i) => line(network, outlines[i]!)),
      ],
    },
    words,
  );
}

function line(network: Measured, points: readonly [number, number][]): Plot.Markish {
  const look = identity(activationOf(network).family);
  const style = { stroke: look.line, strokeWidth: 1.75, strokeDasharray: look.dash, clip: true } as const;
  return [
    Plot.areaY(points, { fill: look.line, fillOpacity: 0.08, clip: true }),
    Plot.line(points, look.twin ? { ...style, strokeWidth: 4 } : style),
    look.twin ? Plot.line(points, { stroke: 'var(--paper)', strokeWidth: 1.5, clip: true }) : null,
  ];
}
