import { defineWidget } from '../../src/figure/widget.ts';
import { draw, read, table } from './figure.ts';
import { spikeRate } from './model.ts';

/** W1.2, right half: a leaky integrate-and-fire cell, its spikes and its rate curve. */
export default defineWidget({
  tag: 'SpikeRate',
  layout: 'text',
  controls: {
    input: {
      kind: 'range',
      label: 'Input I, in thresholds',
      min: 0,
      max: 10,
      step: 0.1,
      default: 2,
      marks: [{ value: 1, label: 'threshold' }],
    },
    tau: {
      kind: 'range',
      label: 'Membrane time constant τ',
      min: 5,
      max: 50,
      step: 1,
      default: 20,
      unit: 'ms',
    },
    rest: { kind: 'range', label: 'Refractory period', min: 0, max: 10, step: 0.5, default: 2, unit: 'ms' },
    noise: { kind: 'range', label: 'Noise σ', min: 0, max: 1, step: 0.05, default: 0 },
    seed: { kind: 'seed', label: 'Seed of the noise', default: 1 },
  },
  compute: ({ input, tau, rest, noise, seed }) => spikeRate(input, { tau, refractory: rest, noise, seed }),
  draw,
  read,
  table,
});
