import { defineWidget } from '../../src/figure/widget.ts';
import { compareAway } from './away.ts';
import { draw } from './figure.ts';
import { interact } from './interact.ts';
import { controls } from './settings.ts';
import { describe, finding, nameOf, title } from './words.ts';

/** An empty cell where there is no number. */
const shown = (value: number): number | string => (Number.isNaN(value) ? '' : value);

export default defineWidget({
  tag: 'GradientByDepth',
  layout: 'wide',
  controls,
  compute: compareAway,
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
        { label: 'gradient of the weights, log10', digits: 4 },
        { label: 'rms of h', digits: 3 },
        { label: 'share |φ′| < 0.01', digits: 3 },
      ]),
    ],
    rows: Array.from({ length: shape.depth }, (_, i) => [
      i + 1,
      ...networks.flatMap((network) => [
        network.mean[i]!,
        shown(network.layers[i]!.spread),
        network.prediction.log10Delta?.[i] ?? '',
        shown(network.layers[i]!.log10WeightGradient),
        network.layers[i]!.rms,
        network.layers[i]!.saturated,
      ]),
    ]),
  }),
});
