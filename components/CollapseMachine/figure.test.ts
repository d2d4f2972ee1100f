import { describe, expect, it } from 'vitest';
import { activations } from '../../src/activations/index.ts';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { bakedWidths, frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { type CollapseSettings, controls } from './controls.ts';
import { draw } from './figure.ts';
import { machine } from './model.ts';
import { inputAt, padOf } from './pad.ts';
import { read, table } from './words.ts';

const at = (change: Partial<CollapseSettings> = {}) => machine({ ...defaults(controls), ...change });
const html = (change: Partial<CollapseSettings>, width: number) =>
  draw(at(change), frameAt(serverDocument(), 'fig', width))
    .map(({ svg }) => svg.outerHTML)
    .join('');

describe('the drawing of the collapse machine', () => {
  it.each(activations.map((a) => a.spec))('stays finite for %s in a deep and in a flat stack', (phi) => {
    for (const { width } of bakedWidths.wide) {
      for (const [layers, units] of [
        [8, 5],
        [1, 1],
      ] as const) {
        expect(html({ phi, layers, width: units, x1: -2, x2: 2 }, width)).not.toMatch(
          /NaN|Infinity|undefined/,
        );
      }
    }
  });

  it('puts a dot wherever the two differ, and none where they agree', () => {
    const { grid, agreeing } = at({ net: 'hand', phi: 'relu' });
    const drawn = html({ net: 'hand', phi: 'relu' }, 904).match(/h0/g) ?? [];
    expect(drawn).toHaveLength(grid.length - agreeing);
    expect(html({}, 904)).toContain('no difference anywhere');
  });

  it('finds the input under the pointer, on the steps of the sliders and inside the square', () => {
    const { px, py } = padOf(325);
    expect(inputAt(325, px(-1.3), py(0.7))).toEqual({ x1: -1.3, x2: 0.7 });
    expect(inputAt(325, -40, 900)).toEqual({ x1: -2, x2: -2 });
  });
});

describe('the words of the collapse machine', () => {
  it('say that layers without a bend are one', () => {
    expect(read(at()).title).toBe('Three layers with nothing in between are one layer');
    expect(read(at({ phi: 'leaky_relu', leak: 1 })).title).toMatch(
      /^Three layers with leaky ReLU.* are one layer$/,
    );
    expect(read(at({ phi: 'leaky_relu', leak: 0.5 })).title).toBe(
      'With leaky ReLU (α\u00a0=\u00a00.5) in between, one layer no longer does the work of three',
    );
    const own = ownFunction('mine', 'log(x)');
    const leave = announceOwn(own);
    expect(read(at({ phi: own.id })).title).toBe('With mine in between, some inputs get no value');
    leave();
    expect(read(at({ layers: 1 })).title).toBe('A single layer has nothing to collapse');
    expect(read(at({ width: 1 })).finding).toContain('W* has rank 1: everything has to pass a single unit.');
  });

  it('say what ReLU changes in the example', () => {
    const { title, finding } = read(at({ net: 'hand', phi: 'relu', x1: -2, x2: 1 }));
    expect(title).toBe('With ReLU in between, one layer no longer does the work of two');
    // A pair keeps to one line.
    expect(finding).toContain('the layers answer (2,\u00a02), the collapsed layer (1,\u00a0−4)');
    expect(finding).toContain('into 7 pieces');
  });

  it('count the patterns of the grid and name the rank', () => {
    const relu = read(at({ phi: 'relu' })).finding;
    expect(relu).toContain(
      `The grid’s 441 inputs meet ${at({ phi: 'relu' }).patterns} patterns of units on and off.`,
    );
    expect(relu).toContain('W* has rank 2: its answers reach the whole plane.');
    const leaky = read(at({ phi: 'leaky_relu', leak: 0.2 })).finding;
    expect(leaky).toMatch(/meet \d+ patterns of units left and right of their corners/);
    for (const change of [{}, { phi: 'tanh' }, { phi: 'relu', layers: 1 }] as const) {
      expect(read(at(change)).finding).not.toContain('pattern');
    }
  });

  it('list the collapsed map first and one row per piece', () => {
    const { rows } = table(at({ net: 'hand', phi: 'relu' }));
    expect(rows[0]).toEqual(['collapsed layer', 2, 3, 4, 4, 2, 0, 1]);
    expect(rows).toHaveLength(8);
    expect(rows.slice(1).reduce((sum, row) => sum + Number(row.at(-1)), 0)).toBeCloseTo(1, 9);
    // Where all three units are on, the piece has the collapsed map.
    expect(rows.slice(1).some((row) => row.slice(1, 7).join() === '2,3,4,4,2,0')).toBe(true);
  });
});
