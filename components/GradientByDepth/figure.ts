import type { Frame, Panel } from '../../src/figure/widget.ts';
import { flowPanel } from './flowPanel.ts';
import { histogramPanel } from './histogramPanel.ts';
import { activationOf, type Comparison } from './model.ts';
import { phasePanel } from './phasePanel.ts';
import { ratesInWords } from './rates.ts';
import { describe, title } from './words.ts';

const gap = 24;

/** The gradient by depth; under it the layer under view, and where the networks stand between order and chaos. */
export function draw(comparison: Comparison, frame: Frame): readonly Panel[] {
  const { layer } = comparison;
  const third = { ...frame, width: frame.phone ? frame.width : Math.floor((frame.width - 2 * gap - 12) / 3) };
  const h = {
    title: `Pre-activations in layer ${layer}`,
    description: distribution(comparison, 'preactivations'),
  };
  const a = { title: `Activations in layer ${layer}`, description: distribution(comparison, 'activations') };
  const phase = {
    title: 'Order and chaos',
    description:
      'Variance of the weights times fan-in from 0 to 4 to the right, variance of the biases from 0 to 1 upwards. On the ' +
      'line of each function gradients keep their size; left of it they vanish, right of it they explode. ' +
      `In the long run: ${ratesInWords(comparison)}. A negative ξ means growth.`,
  };
  return [
    {
      key: 'flow',
      axisNote: `gradient size ‖δ‖, relative to layer ${comparison.shape.depth}`,
      svg: flowPanel(comparison, frame, { title: title(comparison), description: describe(comparison) }),
    },
    { key: 'pre', heading: h.title, svg: histogramPanel(comparison, 'preactivations', third, h) },
    { key: 'act', heading: a.title, svg: histogramPanel(comparison, 'activations', third, a) },
    {
      key: 'phase',
      heading: 'Where gradients keep their size',
      axisNote: 'bias variance, over weight variance × fan-in',
      svg: phasePanel(comparison, third, phase),
    },
  ];
}

function distribution({ networks, layer }: Comparison, kind: 'preactivations' | 'activations'): string {
  const parts = networks.map((network) => {
    const bars = network[kind];
    if (!bars) return `${activationOf(network).label}: nothing`;
    const share = Math.round(100 * network.layers[layer - 1]!.saturated);
    const [from, to] = [bars.min, bars.max].map((v) => v.toPrecision(2).replace('-', '−'));
    return `${activationOf(network).label}: from ${from} to ${to}; slope below 0.01 for ${share} % of units`;
  });
  return `Outlines of distributions. ${parts.join('. ')}.`;
}
