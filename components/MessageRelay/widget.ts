import { defineWidget } from '../../src/figure/widget.ts';
import { draw, read, table } from './figure.ts';
import { relays } from './model.ts';

/** W1.3: 41 messages on their way through a chain of equal units. */
export default defineWidget({
  tag: 'MessageRelay',
  layout: 'wide',
  controls: {
    phi: { kind: 'activation', label: 'Activation function φ', default: 'relu' },
    relays: { kind: 'range', label: 'Relays', min: 1, max: 6, step: 1, default: 3 },
    w: { kind: 'range', label: 'Weight w', min: -3, max: 3, step: 0.1, default: 1 },
    b: { kind: 'range', label: 'Bias b', min: -2, max: 2, step: 0.1, default: 0 },
  },
  compute: ({ phi, relays: count, w, b }) => relays(phi, Math.round(count), w, b),
  draw,
  read,
  table,
});
