import { defineWidget } from '../../src/figure/widget.ts';
import { runawayAway } from './away.ts';
import { controls, type RunawaySettings } from './controls.ts';
import { draw, table } from './figure.ts';
import { activationOf, runaway } from './model.ts';
import { read } from './words.ts';

/** There are no parts of layers. */
const whole = (settings: RunawaySettings): RunawaySettings => ({
  ...settings,
  depth: Math.round(settings.depth),
});

/** W2.4: what happens to the size of a signal on its way through random layers. */
export default defineWidget({
  tag: 'RangeRunaway',
  layout: 'wide',
  controls,
  compute: (settings) => runaway(whole(settings)),
  away: () => {
    const ask = runawayAway();
    return (settings) => ask(whole(settings));
  },
  computing: ({ phi }) => `Computing ${activationOf({ spec: phi }).label}`,
  draw,
  read,
  table,
});
