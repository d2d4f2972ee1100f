import { defineWidget } from '../../src/figure/widget.ts';
import { controls } from './controls.ts';
import { draw } from './figure.ts';
import { zigZag } from './model.ts';
import { read, table } from './words.ts';

/** W3.4: what the mean of the inputs does to the way downhill. */
export default defineWidget({
  tag: 'ZigZag',
  layout: 'wide',
  controls,
  compute: zigZag,
  draw,
  read,
  table,
  showsOwn: ({ tab }) => tab === 'functions',
});
