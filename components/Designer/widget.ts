import { defineWidget } from '../../src/figure/widget.ts';
import { designAway } from './away.ts';
import { Card } from './Card.tsx';
import { Editor } from './Editor.tsx';
import { draw } from './figure.ts';
import { type Design, design } from './model.ts';
import { controls } from './settings.ts';
import { table } from './table.ts';
import { describe, finding, title } from './words.ts';

/** W6.4: the reader types a function and sees what it is worth. */
export default defineWidget<typeof controls, Design>({
  tag: 'Designer',
  layout: 'wide',
  controls,
  compute: ({ formula, name, with: other }) => design(formula, name, other),
  away: designAway,
  computing: ({ name }) => `Computing ${name}`,
  draw,
  read: (design) => ({ title: title(design), description: describe(design), finding: finding(design) }),
  table,
  View: Editor,
  viewFirst: true,
  Under: Card,
});
