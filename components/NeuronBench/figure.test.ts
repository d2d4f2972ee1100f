import { describe, expect, it } from 'vitest';
import { activations, readerActivations } from '../../src/activations/index.ts';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { bakedWidths, frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { draw, read, table } from './figure.ts';
import { bench, type Triple } from './model.ts';

const x: Triple = [1, -2, 0.5];
const w: Triple = [0.8, 0.3, -1];
const markup = (unit: ReturnType<typeof bench>, width = 904) =>
  draw(unit, frameAt(serverDocument(), 'fig', width))
    .map((panel) => panel.svg.outerHTML)
    .join('');

describe('the drawing of the bench', () => {
  it.each(activations.map((a) => a.spec))('stays finite for %s at both ends of the sliders', (spec) => {
    for (const side of [-1, 1]) {
      const far = bench([3, 3, 3], [2 * side, 2 * side, 2 * side], 3 * side, spec, true);
      for (const { width } of bakedWidths.wide)
        expect(markup(far, width)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('dots the wires only where the output feels nothing', () => {
    const dotted = (spec: string) =>
      markup(bench(x, w, 0.1, spec, false)).match(/stroke-dasharray="1,4"/g) ?? [];
    expect(dotted('relu')).toHaveLength(3);
    expect(dotted('gelu')).toHaveLength(0);
  });

  it('shows ten more plots when asked', () => {
    const panels = (all: boolean) =>
      draw(bench(x, w, 0.1, 'relu', all), frameAt(serverDocument(), 'fig', 590));
    expect(panels(false).map((p) => p.key)).toEqual(['unit']);
    expect(panels(true).map((p) => p.key)).toEqual(['unit', 'answers']);
    expect(table(bench(x, w, 0.1, 'relu', true)).rows).toHaveLength(10);
  });

  it('says which of the reader’s functions have no plot', () => {
    const leave = Array.from({ length: 9 }, (_, i) => announceOwn(ownFunction(`own ${i}`, `${i + 1}x^2`)));
    const [, panel] = draw(bench(x, w, 0.1, 'relu', true), frameAt(serverDocument(), 'fig', 590));
    expect(panel!.heading).toBe('Ten functions and the newest 5 of yours, the same h = −0.2');
    expect(panel!.axisNote).toMatch(/^Not shown here: “own 0”, “own 1”, “own 2” and 1 more\./);
    for (const end of leave) end();
  });

  it.each(['1e308x', 'exp(x^2)', 'x^99', 'sinh(x^3)', '1e200x', '0/0'])(
    'draws nothing for %s that a browser cannot',
    (formula) => {
      const leave = announceOwn(ownFunction('wild', formula));
      const { id } = readerActivations()[0]!;
      for (const side of [-1, 0.1, 1]) {
        const drawn = markup(bench([3, 3, 3], [2 * side, 2 * side, 2 * side], 3 * side, id, true));
        expect(drawn).not.toMatch(/NaN|Infinity|\d{8}|e\+/);
      }
      leave();
    },
  );

  it('says what the picture shows', () => {
    const { title, finding } = read(bench(x, w, 0.1, 'relu', false));
    expect(title).toBe('The evidence adds up to −0.2, and ReLU passes on exactly 0');
    expect(finding).toContain('a small change of any input changes nothing');
    expect(read(bench(x, w, 0.1, 'tanh', false)).finding).toContain('x₁ by 0.7688');
  });
});
