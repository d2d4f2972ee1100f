import { afterAll, describe, expect, test } from 'vitest';
import { activationFromFormula } from '../src/activations/formula/index.ts';
import { registerActivation } from '../src/activations/index.ts';
import { frameAt } from '../src/figure/panels.ts';
import { serverDocument } from '../src/figure/serverDocument.ts';
import { type Controls, defaults } from '../src/figure/settings.ts';
import type { AnyWidget } from '../src/figure/widget.ts';

const modules = import.meta.glob<{ default: AnyWidget }>('../components/*/widget.ts', { eager: true });

/** What a reader may keep although no network can use it: no value, overflow, jumps, poles, one value only. */
const formulas = [
  '0/0',
  '1/0',
  'log(x)',
  'exp(exp(x))',
  'floor(1000x)',
  'tan(x)',
  '7',
  '1e38x',
  '1e308x',
  '1e-320x',
  'exp(x^2)',
  'x^99',
];
const wild = formulas.map((formula, i) => ({ id: `own_wild${i}`, formula }));
const leave = wild.map(({ id, formula }) =>
  registerActivation(activationFromFormula(formula, { id, label: formula })),
);
afterAll(() => {
  for (const each of leave) each();
});

/** Less work than a reader would ask for, where a figure lets one ask. */
const small: Readonly<Record<string, number>> = { steps: 100, starts: 1, seeds: 1, batch: 4 };

/** Figures that measure for seconds whatever the function is. */
const dear = ['GradientAtlas'];

const figures = Object.values(modules).flatMap(({ default: widget }) =>
  Object.entries(widget.controls as Controls)
    .filter(([, control]) => control.kind === 'activation')
    .slice(0, 2)
    .flatMap(([name]) =>
      (dear.includes(widget.tag) ? wild.slice(0, 2) : wild).map(
        ({ id, formula }) => [widget.tag, name, formula, id, widget] as const,
      ),
    ),
);

describe('every figure says in words what a useless function does to it', () => {
  test.each(figures)('%s, %s = %s', async (_tag, name, _formula, id, widget) => {
    const settings = { ...defaults(widget.controls) };
    for (const [key, value] of Object.entries(small)) {
      if (widget.controls[key]?.kind === 'range') settings[key] = value;
    }
    const result = await widget.compute({ ...settings, [name]: id });
    const panels = widget.draw(result, frameAt(serverDocument(), 'wild', 358));
    const drawn = panels.flatMap(({ svg, heading = '', axisNote = '' }) => [
      svg.outerHTML,
      heading,
      axisNote,
    ]);
    const { title, description, finding } = widget.read(result);
    for (const text of [...drawn, title, description, finding ?? '']) {
      expect(text.match(/.{0,60}(NaN|Infinity|\[object).{0,30}/g) ?? []).toEqual([]);
    }
  });
});
