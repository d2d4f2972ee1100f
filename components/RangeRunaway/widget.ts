import { defineWidget } from '../../src/figure/widget.ts';
import { controls } from './controls.ts';
import { draw, table } from './figure.ts';
import { runaway } from './model.ts';
import { read } from './words.ts';

/** W2.4: what happens to the size of a signal on its way through random layers. */
export default defineWidget({
  tag: 'RangeRunaway',
  layout: 'wide',
  controls,
  compute: (settings) => runaway({ ...settings, depth: Math.round(settings.depth) }),
  draw,
  read,
  table,
});
