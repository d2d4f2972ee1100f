import { findActivation } from '../../src/activations/index.ts';
import { defineWidget } from '../../src/figure/widget.ts';
import { type Atlas, atlas, atlasAway } from './atlas.ts';
import { controls } from './controls.ts';
import { draw } from './figure.ts';
import { TwelveTable } from './TwelveTable.tsx';
import { read, table } from './words.ts';

/** Static small multiples: theory against measurement for four functions at three variances. */
export default defineWidget<typeof controls, Atlas>({
  tag: 'GradientAtlas',
  layout: 'wide',
  controls,
  compute: ({ fourth }) => atlas(fourth),
  away: () => {
    const ask = atlasAway();
    return ({ fourth }) => ask(fourth);
  },
  computing: ({ fourth }) => `Measuring ${findActivation(fourth).label}`,
  draw,
  read,
  table,
  View: TwelveTable,
});
