import { describe, expect, it } from 'vitest';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { bakedWidths, frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { controls, type FoldingSettings } from './controls.ts';
import { draw, table } from './figure.ts';
import { folding } from './model.ts';
import { read } from './words.ts';

const at = (change: Partial<FoldingSettings> = {}) => folding({ ...defaults(controls), ...change });
const html = (change: Partial<FoldingSettings>, width = 904) =>
  draw(at(change), frameAt(serverDocument(), 'fig', width))
    .map(({ svg }) => svg.outerHTML)
    .join('');

describe('the drawing of the folds', () => {
  it.each([0, 1, 3, 8])('stays finite for %i folds, folded and flat', (folds) => {
    for (const flat of [false, true]) {
      for (const { width } of bakedWidths.wide) {
        expect(html({ folds, flat }, width)).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });

  it.each([
    [1, 1],
    [6, 16],
  ])('stays finite for a random network of depth %i and width %i', (depth, width) => {
    for (const seed of [1, 2, 3]) {
      expect(html({ net: 'random', depth, width, seed })).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('cuts the graph and the strip at as many places', () => {
    const [graph, paper] = draw(at({ folds: 4 }), frameAt(serverDocument(), 'fig', 904));
    expect(graph!.svg.querySelectorAll('circle')).toHaveLength(16);
    const holes = [...paper!.svg.querySelectorAll('path')].map((p) => p.getAttribute('d')!.match(/h0/g));
    expect(holes.filter((h) => h !== null).map((h) => h!.length)).toEqual([16, 16]);
  });
});

it('the unfolded graph has a unit at 0 and one under each bend', () => {
  const [graph] = draw(at({ flat: true }), frameAt(serverDocument(), 'fig', 904));
  const dots = graph!.svg.querySelector('[stroke-linecap="round"]')!.getAttribute('d')!;
  expect(dots.match(/h0/g)).toHaveLength(8);
  expect(graph!.svg.textContent).toContain('One layer: 8 units, one at 0, one per bend');
});

describe('a function of the reader’s own', () => {
  it.each(['0/0', 'log(x)', 'exp(exp(x))', 'floor(3x)', 'x + sin(3x)', '7'])('is drawn: %s', (formula) => {
    const own = ownFunction('mine', formula);
    const leave = announceOwn(own);
    const change = { net: 'random', phi: own.id };
    for (const { width } of bakedWidths.wide)
      expect(html(change, width)).not.toMatch(/NaN|Infinity|undefined/);
    expect(html(change)).toContain('--fn-yours');
    const { title, finding } = read(at(change));
    expect(title).toContain('24 “mine” units');
    expect(finding).not.toMatch(/NaN|Infinity|undefined/);
    leave();
  });

  it('says why there is nothing to count', () => {
    expect(read(at({ net: 'random', phi: 'tanh' })).finding).toContain(
      'There are no straight pieces to count, since tanh is curved.',
    );
  });
});

describe('the words of the folds', () => {
  it.each([
    ['step', 'some unit passes a jump of step'],
    ['leaky_relu', 'some unit passes a corner of leaky ReLU'],
    ['relu', 'the network switches a unit on or off'],
  ])('say what is counted: %s', (phi, words) => {
    expect(read(at({ net: 'random', phi })).finding).toContain(words);
  });

  it('count units and pieces', () => {
    expect(read(at()).title).toBe('3 folds, 6 units, 8 straight pieces');
    expect(read(at({ folds: 1 })).title).toBe('1 fold, 2 units, 2 straight pieces');
    expect(read(at({ flat: true })).title).toBe('Unfolded into one layer, 8 pieces take 8 units');
    expect(read(at({ net: 'random' })).title).toMatch(
      /^With random weights, 24 units in 3 layers give \d+ pieces$/,
    );
    expect(read(at({ net: 'random' })).finding).toContain('4096 pieces');
  });

  it('agree in number where there is one of something', () => {
    const small = { net: 'random', depth: 1, width: 1 } as const;
    expect(read(at(small)).title).toMatch(/1 unit in 1 layer gives \d pieces?$/);
    expect(read(at(small)).finding).toContain('Tents with as many units would make 1 piece.');
    expect(read(at({ ...small, phi: 'tanh' })).title).toContain('1 tanh unit in 1 layer makes an output');
    expect(read(at({ ...small, phi: 'tanh' })).finding).toContain('would make 1 rise or fall.');
    expect(read(at({ folds: 0, flat: true })).title).toBe(
      'Without a fold the output is the input, and takes no unit',
    );
    const once = read(at({ folds: 1, flat: true }));
    expect(once.title).toBe('Unfolded into one layer, 2 pieces take 2 units');
    expect(once.finding).toContain(
      '1 bend takes a unit, the slope at the start takes one more. A single fold is one layer already.',
    );
    const strip = draw(at({ folds: 0 }), frameAt(serverDocument(), 'fig', 904))[1]!;
    expect(strip.axisNote).toBe('The inputs as a strip of paper, not folded yet');
  });

  it.each([6, 7, 8])('promise no holes and no fainter line that %i folds do not show', (folds) => {
    for (const flat of [false, true]) {
      const [graph, strip] = draw(at({ folds, flat }), frameAt(serverDocument(), 'fig', 904));
      const marked = graph!.svg.querySelectorAll('circle').length > 0;
      expect(marked).toBe(folds === 6);
      expect(graph!.svg.querySelectorAll('[stroke-opacity="0.4"]')).toHaveLength(0);
      expect(strip!.axisNote!.includes('too many to draw')).toBe(!marked);
      expect(strip!.svg.querySelector('desc')!.textContent!.includes('too many to draw')).toBe(!marked);
      expect(read(at({ folds, flat })).finding!.includes('too many to mark')).toBe(!marked);
    }
  });

  it('list one row per corner', () => {
    expect(table(at({ folds: 4 })).rows).toHaveLength(17);
  });
});
