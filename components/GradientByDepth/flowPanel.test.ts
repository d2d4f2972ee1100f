import { describe, expect, it } from 'vitest';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { compare } from './compare.ts';
import { wrapped } from './endings.ts';
import { flowPanel } from './flowPanel.ts';
import { inNumbers } from './histogramPanel.ts';
import { points } from './lines.ts';
import type { Comparison } from './model.ts';
import { controls, type DepthSettings } from './settings.ts';
import { finding } from './words.ts';

const small = { width: 16, batch: 1, seeds: 1 } as const;
const comparisonOf = (change: Partial<DepthSettings>): Promise<Comparison> =>
  compare({ ...defaults(controls), count: '1', ...small, ...change });

const drawn = (comparison: Comparison, width = 900): SVGElement =>
  flowPanel(comparison, frameAt(serverDocument(), 'x', width), { title: 't', description: 'd' });

const texts = (picture: SVGElement): string[] =>
  [...picture.querySelectorAll('text')].map((text) => text.textContent ?? '');

/** The measured dots: all circles but the one that marks the last layer. */
const dots = (picture: SVGElement): number => picture.querySelectorAll('circle').length - 1;

describe('the gradient’s picture', () => {
  it('has dots for what was measured and none for a network that blew up', async () => {
    expect(dots(drawn(await comparisonOf({ a_phi: 'tanh' })))).toBe(20);
    const gone = await comparisonOf({ depth: 100, a_phi: 'squared_relu', a_init: 'custom', a_sigmaW: 5 });
    expect(gone.networks[0]!.samples).toEqual([]);
    const picture = drawn(gone);
    expect(dots(picture)).toBe(0);
    expect(texts(picture)).toContain('overflows');
  });

  it.each([
    ['sqrt(x)', 'no numbers', 'layer 1: its activations are no numbers'],
    ['x^3', 'overflows', /^layer \d+: its (pre-)?activations leave float64$/],
  ])(
    'tells what became of a network of %s as the histogram and the finding do',
    async (formula, fate, message) => {
      const own = ownFunction('mine', formula);
      const leave = announceOwn(own);
      const sigma = { a_init: 'custom', a_sigmaW: 5, depth: 100 } as const;
      const result = await comparisonOf({ a_phi: own.id, ...sigma, seeds: 2 });
      const [network] = result.networks;
      expect(network!.samples).toEqual([]);
      expect(network!.blownUp!.message).toMatch(message);
      expect(texts(drawn(result))).toContain(fate);
      expect(inNumbers(network!, 'activations', 1)).toBe(fate);
      expect(finding(result)).toContain(`all 2 networks ${formula === 'x^3' ? 'overflow' : 'fail'}; layer `);
      leave();
    },
  );

  it('stands an exact zero on the lower edge and leaves a gap where there is no number', () => {
    const shown = points([Number.NEGATIVE_INFINITY, Number.NaN, Number.POSITIVE_INFINITY, -50, -1], -9);
    expect(shown.map(([, y]) => y)).toEqual([-9, Number.NaN, Number.NaN, -9, -1]);
  });

  it('says how many networks its mean is of when others left the range of numbers', async () => {
    const whole = await comparisonOf({ a_phi: 'tanh', seeds: 3 });
    const [network] = whole.networks;
    const message = 'layer 13: its pre-activations leave float32';
    const part = {
      ...whole,
      seeds: 20,
      networks: [{ ...network!, blownUp: { count: 17, message, fate: 'overflow' as const } }],
    };
    expect(texts(drawn(part))).toContain('3 of 20');
  });

  it('names every line with its owners', async () => {
    const names = texts(drawn(await compare({ ...defaults(controls), ...small })));
    for (const name of ['A sigmoid', 'theory A', 'B tanh', 'theory B', 'C ReLU', 'steady rate B'])
      expect(names).toContain(name);
    expect(names).toContain('41−L, one chain, |w| = 1');
    const phone = texts(drawn(await compare({ ...defaults(controls), ...small }), 358));
    expect(phone).toContain('41−L, |w| = 1');
  });

  it('lets lines that end together share their words', async () => {
    const same = { b_phi: 'relu', b_init: 'he', c_phi: 'relu', c_init: 'he' } as const;
    const names = texts(drawn(await compare({ ...defaults(controls), ...small, ...same })));
    expect(names).toContain('theory B, C');
  });

  it.each([[{ a_norm: 'batchBefore', batch: 16 }], [{ a_norm: 'layer' }], [{ a_skip: true }]] as const)(
    'draws no bound where none holds: %o',
    async (change) => {
      const names = texts(drawn(await comparisonOf({ a_phi: 'sigmoid', ...change })));
      expect(names.join()).not.toContain('|w| = 1');
    },
  );

  it('keeps all words apart, at any depth and width', async () => {
    for (const depth of [2, 20, 100]) {
      const comparison = await compare({
        ...defaults(controls),
        ...small,
        depth,
        b_phi: 'leaky_relu6_two_sided',
      });
      for (const width of [288, 358, 576, 900]) {
        const margin = [...drawn(comparison, width).querySelectorAll('g[text-anchor="start"] > text[dy]')];
        const heights = margin.map((text) => Number(text.getAttribute('y'))).sort((a, b) => a - b);
        for (let i = 1; i < heights.length; i++)
          expect(heights[i]! - heights[i - 1]!).toBeGreaterThanOrEqual(16.9);
      }
    }
  });
});

describe('the words beside a line', () => {
  const ending = { y: 0, text: 'B two-sided leaky ReLU6', color: 'c', strong: true, leader: 'l' };
  it('go on below themselves where the margin is narrow', () => {
    expect(wrapped(ending, 163).map(({ text }) => text)).toEqual(['B two-sided leaky', 'ReLU6']);
    expect(wrapped(ending, 81).map(({ text }) => text)).toEqual(['B two-sided', 'leaky ReLU6']);
    expect(wrapped({ ...ending, text: 'C ReLU' }, 81)).toHaveLength(1);
  });

  it('are cut where no line holds them', () => {
    const long = { ...ending, text: 'A averyveryverylongnameofonesown' };
    expect(wrapped(long, 81).map(({ text }) => text)).toEqual([expect.stringMatching(/^A avery\w*…$/)]);
  });
});
