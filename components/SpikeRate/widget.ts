import { defineWidget } from '../../src/figure/widget.ts';
import { controls } from './controls.ts';
import { draw, table } from './figure.ts';
import { spikeRate } from './model.ts';
import { read } from './words.ts';

/** W1.2, right half: a leaky integrate-and-fire cell, its spikes and its rate curve. */
export default defineWidget({
  tag: 'SpikeRate',
  layout: 'text',
  controls,
  compute: ({ phi, input, tau, rest, noise, seed }) =>
    spikeRate(input, { tau, refractory: rest, noise, seed }, phi),
  draw,
  read,
  table,
  showsOwn: () => true,
});
