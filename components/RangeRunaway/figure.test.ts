import { describe, expect, it } from 'vitest';
import { activations } from '../../src/activations/index.ts';
import { scorecard } from '../../src/activations/properties/scorecard.ts';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { bakedWidths, frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { hasMeanField } from '../../src/network/theory/exists.ts';
import { controls, type RunawaySettings } from './controls.ts';
import { draw, table } from './figure.ts';
import { runaway } from './model.ts';
import { read } from './words.ts';

const at = (change: Partial<RunawaySettings> = {}) => runaway({ ...defaults(controls), ...change });

describe('the drawing of the runaway', () => {
  it.each(activations.map((a) => a.spec))('stays finite for %s at the ends of the sliders', (phi) => {
    for (const sigmaW2 of [0.1, 4]) {
      const result = at({ phi, sigmaW2, depth: 30, width: '64' });
      for (const { width } of bakedWidths.wide) {
        const html = draw(result, frameAt(serverDocument(), 'fig', width))[0]!.svg.outerHTML;
        expect(html).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });

  it('leaves a reader’s name as it is, and asks no bound of what has no value', () => {
    for (const [formula, word] of [
      ['0/0', 'has no value'],
      ['sqrt(x+40)', 'has no value in places'],
      ['log(x)', 'has no bound'],
      ['tanh(2x)', 'is bounded'],
    ] as const) {
      const own = ownFunction('mine', formula);
      const leave = announceOwn(own);
      const { title, finding } = read(at({ phi: own.id, depth: 5 }));
      expect(title).toMatch(new RegExp(`^mine ${word}, and`));
      expect(finding).toMatch(/^mine /);
      leave();
    }
    expect(read(at({ phi: 'sigmoid', depth: 5 })).title).toMatch(/^Sigmoid is bounded/);
  });

  it('has a line for a single layer too', () => {
    const html = draw(at({ depth: 1 }), frameAt(serverDocument(), 'fig', 590))[0]!.svg.outerHTML;
    expect(html).not.toMatch(/NaN|Infinity/);
  });

  it('has room for the longest name on a phone, and cuts what is longer', () => {
    const label = (phi: string, start: string): Element => {
      const svg = draw(at({ phi }), frameAt(serverDocument(), 'fig', 358))[0]!.svg;
      return [...svg.querySelectorAll('text')].find((one) => one.textContent?.startsWith(start))!;
    };
    // Thirteen pixels and semi-bold: about seven pixels a letter.
    expect(Number(label('squared_relu', 'squared').getAttribute('x'))).toBeLessThan(
      358 - 7 * 'squared ReLU'.length,
    );
    expect(label('squared_relu', 'squared').textContent).toBe('squared ReLU');
    expect(label('leaky_relu6_two_sided', 'two').textContent).toMatch(/…$/);
  });

  it('puts its ticks at round layers', () => {
    const svg = draw(at({ depth: 43 }), frameAt(serverDocument(), 'fig', 904))[0]!.svg;
    const words = [...svg.querySelectorAll('text')].map((one) => one.textContent);
    expect(words.slice(words.indexOf('layer 1')).slice(0, 5)).toEqual(['layer 1', '10', '20', '30', '40']);
  });

  it('names a line from where it leaves the picture', () => {
    const svg = draw(at({ sigmaW2: 0.1, depth: 100 }), frameAt(serverDocument(), 'fig', 358))[0]!.svg;
    const relu = [...svg.querySelectorAll('text')].find(({ textContent }) => textContent === 'ReLU')!;
    const [, x, y] = relu.previousElementSibling!.getAttribute('d')!.match(/^M([\d.]+),([\d.]+)L/)!;
    // q of ReLU is 0.1 · 0.05^(l − 1): √q lies under the picture, which ends at 10^−47.44, from layer 74 on.
    expect(Number(x) - 3).toBeCloseTo(44 + (73 / 99) * (358 - 44 - 84), 0);
    expect(Number(y)).toBeCloseTo(340 - 30, -1);
  });

  it('marks the end of the number format only where it can be seen', () => {
    const html = (change: Partial<RunawaySettings>) =>
      draw(at(change), frameAt(serverDocument(), 'fig', 904))[0]!.svg.outerHTML;
    expect(html({})).toContain('float16 ends here');
    expect(html({ depth: 10 })).not.toContain('ends here');
    expect(html({ sigmaW2: 0.1 })).toContain('float16 knows only 0 below');
  });
});

describe('functions of a reader without a mean square', () => {
  const formulas = ['tan(x)', '1/x', 'log(x)', 'exp(exp(x))'];

  it.each(formulas)('have no theory: %s', (formula) => {
    const own = ownFunction('wild', formula);
    const leave = announceOwn(own);
    const result = at({ phi: own.id });
    leave();
    const [main, ...others] = result.series;
    expect(main!.theory).toEqual([]);
    expect(others.every(({ theory }) => theory.length > 0)).toBe(true);
    const again = announceOwn(own);
    const words = read(result);
    again();
    expect(words.title).toMatch(/its signal follows no theory$/);
    expect(words.finding).toContain('its mean square does not exist or cannot be found');
  });

  it.each([
    // E exp(2x²/5) exists for q < 5/4, and q is 1, √5 or 2, then.
    ['exp(x^2/5)', 1, 2],
    ['exp(x^2/5)', 2, 1],
    // Thirteen deviations reach below −40 once q is 40.
    ['sqrt(x+40)', 1, 2],
  ])(
    'have theory as far as the averages exist: %s with variance %d in %i layers',
    (formula, sigmaW2, layers) => {
      const own = ownFunction('far', formula);
      const leave = announceOwn(own);
      const result = at({ phi: own.id, sigmaW2, format: 'float32', depth: 10 });
      const [main] = result.series;
      expect(main!.theory).toHaveLength(layers);
      expect(main!.mean.length).toBeGreaterThan(layers);
      expect(read(result).finding).toContain(
        `far has no line of theory beyond layer ${layers}: its mean square`,
      );
      expect(table(result).rows[layers]!.slice(1, 3)).toEqual(['–', main!.mean[layers]]);
      leave();
    },
  );

  it('but all others have it', () => {
    for (const formula of ['x^3', 'sin(5x)', 'max(0.01x, min(x, 6))', 'floor(x)', 'exp(-x^2)']) {
      const own = ownFunction('tame', formula);
      const leave = announceOwn(own);
      expect(at({ phi: own.id }).series[0]!.theory.length, formula).toBeGreaterThan(0);
      leave();
    }
    expect(activations.every(hasMeanField)).toBe(true);
    expect(activations.every((phi) => scorecard(phi).converged)).toBe(true);
  });
});

describe('a function of a reader without a value', () => {
  it.each(['0/0', 'log(x)'])('is not said to stay a number, or to overflow: %s', (formula) => {
    const own = ownFunction('mine', formula);
    const leave = announceOwn(own);
    const result = at({ phi: own.id, sigmaW2: 1 });
    expect(read(result).finding).toMatch(/In float16, mine has no value from layer 2 on\.$/);
    expect(
      table(result)
        .rows.slice(0, 3)
        .map((row) => row.slice(1, 3)),
    ).toEqual([
      ['–', result.series[0]!.mean[0]],
      ['–', 'no value'],
      ['–', 'no value'],
    ]);
    const html = draw(result, frameAt(serverDocument(), 'fig', 904))[0]!.svg.outerHTML;
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
    leave();
  });

  it('is told from one that grows too large', () => {
    const own = ownFunction('cube', 'x^3');
    const leave = announceOwn(own);
    const result = at({ phi: own.id, sigmaW2: 2 });
    expect(read(result).finding).toContain('cube overflows in layer 4');
    expect(table(result).rows[20]!.slice(1, 3)).toEqual(['overflow', 'overflow']);
    leave();
  });
});

describe('the words of the runaway', () => {
  it('separate bound and fate', () => {
    expect(read(at()).title).toBe(
      'ReLU has no bound, and at weight variance 2/fan-in its signal keeps its level',
    );
    expect(read(at({ phi: 'tanh', sigmaW2: 0.9 })).title).toBe(
      'Tanh is bounded, and at weight variance 0.9/fan-in its signal dies out',
    );
  });

  it('do not go from a layer to itself', () => {
    expect(read(at({ depth: 1 })).finding).toMatch(
      /^ReLU starts with 1\.41 in layer 1 \(mean of five networks: /,
    );
    expect(read(at({ depth: 1 })).description).not.toContain('goes from');
  });

  it('name the layer that overflows', () => {
    expect(read(at()).finding).toContain('In float16, identity overflows in layer 32.');
    expect(read(at({ format: 'float32' })).finding).toContain('In float32 all of them stay numbers.');
  });

  it('call the dots close only where they are', () => {
    expect(read(at()).description).toContain('The dots lie close to the lines of the theory');
    const narrow = at({ width: '64', depth: 100 });
    const { theory, mean } = narrow.series[0]!;
    expect(theory.at(-1)! / mean.at(-1)!).toBeGreaterThan(1.5);
    expect(read(narrow).description).toMatch(
      /width 64 .*The dots leave the lines of the theory: ReLU by up to a factor of \d/,
    );
    expect(read(narrow).description).not.toContain('close to');
  });

  it('list one row per layer', () => {
    const { rows, columns } = table(at({ depth: 7 }));
    expect(rows).toHaveLength(7);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows[0]![1]).toBeCloseTo(Math.SQRT2, 9);
  });
});
