import { defineWidget } from '../../src/figure/widget.ts';
import { controls } from './controls.ts';
import { draw, read, table } from './figure.ts';
import { relays } from './model.ts';

/** W1.3: 41 messages on their way through a chain of equal units. */
export default defineWidget({
  tag: 'MessageRelay',
  layout: 'wide',
  controls,
  compute: ({ phi, relays: count, w, b }) => relays(phi, Math.round(count), w, b),
  draw,
  read,
  table,
});
