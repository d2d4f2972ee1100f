import { defineWidget } from '../../src/figure/widget.ts';
import { controls } from './controls.ts';
import { draw, read, table } from './figure.ts';
import { spikeRate } from './model.ts';

/** W1.2, right half: a leaky integrate-and-fire cell, its spikes and its rate curve. */
export default defineWidget({
  tag: 'SpikeRate',
  layout: 'text',
  controls,
  compute: ({ input, tau, rest, noise, seed }) => spikeRate(input, { tau, refractory: rest, noise, seed }),
  draw,
  read,
  table,
  showsOwn: () => true,
});
