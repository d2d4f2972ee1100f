import { defineWidget } from '../../src/figure/widget.ts';
import { compareAway } from './away.ts';
import { compare } from './compare.ts';
import { draw } from './figure.ts';
import { interact } from './interact.ts';
import type { Measured } from './model.ts';
import { controls } from './settings.ts';
import { computing, describe, finding, nameOf, title } from './words.ts';

/** An empty cell where there is no number. */
const shown = (value: number): number | string => (Number.isNaN(value) ? '' : value);

/** The column says why it is empty: ∂L/∂W of large networks would take longer than a frame of a drag. */
function weightLabel({ samples, layers }: Measured): string {
  const empty = samples.length > 0 && layers.every((layer) => Number.isNaN(layer.log10WeightGradient));
  return `gradient of the weights, log10${empty ? ' (left out: above 8 million multiplications)' : ''}`;
}

export default defineWidget({
  tag: 'GradientByDepth',
  layout: 'wide',
  controls,
  compute: (settings) => compare(settings),
  away: compareAway,
  computing,
  draw,
  interact,
  read: (result) => ({ title: title(result), description: describe(result), finding: finding(result) }),
  table: ({ shape, networks }) => ({
    columns: [
      { label: 'layer' },
      ...networks.flatMap((network) => [
        { label: `${nameOf(network)}: measured, log10`, digits: 4 },
        { label: 'standard deviation', digits: 2 },
        { label: 'theory, log10', digits: 4 },
        { label: weightLabel(network), digits: 4 },
        { label: 'standard deviation', digits: 2 },
        { label: 'rms of h', digits: 3 },
        { label: 'standard deviation', digits: 2 },
        { label: 'share |φ′| < 0.01', digits: 3 },
        { label: 'standard deviation', digits: 2 },
      ]),
    ],
    rows: Array.from({ length: shape.depth }, (_, i) => [
      i + 1,
      ...networks.flatMap((network) => [
        shown(network.mean[i]!),
        shown(network.layers[i]!.spread),
        network.prediction.log10Delta?.[i] ?? '',
        shown(network.layers[i]!.log10WeightGradient),
        shown(network.layers[i]!.spreads.weights),
        shown(network.layers[i]!.rms),
        shown(network.layers[i]!.spreads.rms),
        shown(network.layers[i]!.saturated),
        shown(network.layers[i]!.spreads.saturated),
      ]),
    ]),
  }),
});
