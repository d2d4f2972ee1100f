import { defineWidget } from '../../src/figure/widget.ts';
import { runawayAway } from './away.ts';
import { Computing } from './Computing.tsx';
import { controls } from './controls.ts';
import { draw, table } from './figure.ts';
import { read } from './words.ts';

/** W2.4: what happens to the size of a signal on its way through random layers. */
export default defineWidget({
  tag: 'RangeRunaway',
  layout: 'wide',
  controls,
  compute: (settings) => runawayAway({ ...settings, depth: Math.round(settings.depth) }),
  draw,
  Under: Computing,
  read,
  table,
});
