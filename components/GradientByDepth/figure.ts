import type { Frame, Panel } from '../../src/figure/widget.ts';
import { flowPanel } from './flowPanel.ts';
import { histogramPanel, inNumbers, type Kind } from './histogramPanel.ts';
import { activationOf, type Comparison } from './model.ts';
import { phaseText } from './phaseNotes.ts';
import { phasePanel } from './phasePanel.ts';
import { describe, title } from './words.ts';

const gap = 24;
const narrowest = 240;

/** The gradient by depth; under it the layer under view, and where the networks stand between order and chaos. */
export function draw(comparison: Comparison, room: Frame): readonly Panel[] {
  const { layer } = comparison;
  // A figure far from the window is measured before it is laid out: what is drawn then would have negative widths.
  const frame = { ...room, width: Math.max(room.width, narrowest) };
  const third = { ...frame, width: frame.phone ? frame.width : Math.floor((frame.width - 2 * gap - 12) / 3) };
  const h = {
    title: `Pre-activations in layer ${layer}`,
    description: distribution(comparison, 'preactivations'),
  };
  const a = { title: `Activations in layer ${layer}`, description: distribution(comparison, 'activations') };
  const phase = { title: 'Order and chaos', description: phaseText(comparison) };
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

function distribution({ networks, layer }: Comparison, kind: Kind): string {
  const parts = networks.map((network) => {
    const { label } = activationOf(network);
    const bars = network[kind];
    if (!bars) return `${label}: nothing`;
    const [from, to] = [bars.min, bars.max].map((v) => v.toPrecision(2).replace('-', '−'));
    return `${label}: from ${from} to ${to}; ${inNumbers(network, kind, layer)}`;
  });
  return `Outlines of distributions. ${parts.join('. ')}.`;
}
