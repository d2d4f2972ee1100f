import { describe, expect, it } from 'vitest';
import { activations } from '../../src/activations/index.ts';
import { bakedWidths, frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { draw } from './figure.ts';
import { walk } from './model.ts';
import { brief } from './numbers.ts';
import { read, table } from './words.ts';

const weights = { w1: 1.5, b1: -0.2, w2: -2, b2: 0.3 };
const markup = (result: ReturnType<typeof walk>, width: number) =>
  draw(result, frameAt(serverDocument(), 'fig', width))
    .map((panel) => panel.svg.outerHTML)
    .join('');

describe('the drawing of the chain rule', () => {
  it.each(activations.map((a) => a.spec))('stays finite for %s at the ends of the sliders', (spec) => {
    for (const side of [-3, 3]) {
      const far = walk(spec, 'slope', side, { w1: side, b1: side, w2: side, b2: side });
      for (const { width } of bakedWidths.wide) expect(markup(far, width)).not.toMatch(/NaN|undefined/);
    }
  });

  it('shows every number of the worked example', () => {
    const drawn = markup(walk('tanh', 'slope', 0.7, weights), 904);
    for (const number of ['0.85', '0.6911', '−1.0821', '−0.794', '0.3696', '−0.7392', '0.5224', '−0.5792'])
      expect(drawn).toContain(number);
  });

  it.each([320, 358, 576, 904])('names every weight, bias and factor at %i px', (width) => {
    const drawn = markup(walk('tanh', 'slope', 0.7, weights), width);
    const words = [...drawn.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text).join(' ');
    for (const part of ['× 1.5', '− 0.2', '× −2', '+ 0.3', 'w₁', 'w₂', 'Act′(h₁)', 'Act′(h₂)'])
      expect(words).toContain(part);
  });

  it('never lets a number on a phone grow beyond its column', () => {
    const big = walk('squared_relu', 'slope', 2.9, { w1: 2.9, b1: 2.9, w2: 2.9, b2: 2.9 });
    expect(big.o).toBeGreaterThan(1e5);
    const numbers = [big.x, big.h1, big.g, big.h2, big.o, ...Object.values(big.back)];
    expect(markup(big, 358)).toContain(`>${brief(big.o, 6.5)}<`);
    for (const value of [...numbers, ...numbers.map((v) => -v)]) {
      const text = brief(value, 6.5);
      expect(text.replace(/[.·⁰-⁹¹²³⁻]/g, '').length).toBeLessThanOrEqual(6);
      const [mantissa, power] = text.replace('−', '-').split('·10');
      const exponent = [...(power ?? '⁰')].map((c) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c)).join('');
      const read = Number(mantissa) * 10 ** Number(exponent);
      expect(Math.abs(read / value - 1)).toBeLessThan(0.05);
    }
    expect(brief(153406.42, 6.5)).toBe('153406');
    expect(brief(-1534064.2, 6.5)).toBe('−1.5·10⁶');
    expect(brief(3e-9, 6.5)).toBe('≈ 0');
  });

  it('calls a factor 0 only where it is', () => {
    const { finding } = read(walk('sigmoid', 'slope', 3, { w1: 3, b1: 3, w2: 3, b2: 3 }));
    expect(markup(walk('sigmoid', 'slope', 3, { w1: 3, b1: 3, w2: 3, b2: 3 }), 904)).toContain(
      'Finite difference: ≈ 0.',
    );
    // σ′(12) = e^−12 to six digits, in two figures 6.1e-6.
    expect(finding).toContain('6.1 × 10^−6');
    expect(finding).not.toMatch(/(^|· |= )0( |\.$)/);
    expect(read(walk('relu', 'slope', -3, { w1: 3, b1: 0, w2: 3, b2: 3 })).finding).toContain('· 0 ·');
  });

  it('says which rule agrees', () => {
    const [right, wrong] = (['slope', 'value'] as const).map((by) => walk('tanh', by, 0.7, weights));
    expect(read(right!).title).toContain('is what a nudge finds');
    expect(read(right!).finding).toContain('0.3696 · (−2) · 0.5224 · 1.5 = −0.5792.');
    expect(read(wrong!).finding).toContain('= 1.6461. The finite difference is −0.5792.');
    expect(read(walk('relu', 'slope', 0, { w1: 1, b1: 0, w2: 1, b2: 0 })).title).toContain('kink');
    expect(table(right!).rows).toHaveLength(6);
  });
});
