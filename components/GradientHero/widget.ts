import { defineWidget } from '../../src/figure/widget.ts';
import { draw } from './figure.ts';
import { compute, controls } from './model.ts';
import { describe, finding, title } from './words.ts';

export default defineWidget({
  tag: 'GradientHero',
  layout: 'full',
  controls,
  compute,
  draw,
  read: (hero) => ({ title: title(hero), description: describe(hero), finding: finding(hero) }),
  table: (hero) => ({
    columns: [
      { label: 'layer' },
      ...hero.travellers.map((t) => ({ label: `${t.activation.label}, log10 of the median`, digits: 4 })),
    ],
    rows: Array.from({ length: hero.depth }, (_, i) => [
      hero.depth - i,
      ...hero.travellers.map((t) => t.median[i]!),
    ]),
  }),
});
