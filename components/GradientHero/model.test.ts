import { describe, expect, it } from 'vitest';
import { findActivation } from '../../src/activations/index.ts';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { bakedWidths, frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { gradientFlow } from '../../src/network/gradientFlow.ts';
import { left } from './arrival.ts';
import { lines } from './arrivals.ts';
import { draw } from './figure.ts';
import { flow } from './flow.ts';
import { compute, smallestHalf } from './model.ts';
import { depth, width } from './size.ts';
import { finding, spoken, title, describe as words } from './words.ts';

describe('the figure of the landing page', () => {
  it.each(['sigmoid', 'relu', 'tanh'])('agrees with the network’s own gradient flow for %s', (spec) => {
    const activation = findActivation(spec);
    const own = gradientFlow({ activation, init: { type: 'custom', sigmaW: 1.3 }, depth, width, seed: 5 });
    if (own.status !== 'finite') throw new Error(own.message);
    const mine = flow(activation, 1.3, 5);
    for (const [i, layer] of [...own.layers].reverse().entries()) {
      expect(mine[i]!).toBeCloseTo(layer.log10Delta, 9);
    }
  });

  it('loses about 18 decades in a sigmoid network and keeps ReLU’s gradient within a factor of three', () => {
    const { travellers } = compute({ phi: 'sigmoid', scale: 1, seed: 1 });
    const ends = Object.fromEntries(travellers.map((t) => [t.activation.id, t.median.at(-1)!]));
    // Mean field: each of the 29 steps costs log10 √χ, χ = 0.0557 once q is stationary (reference/theory.json).
    expect(ends.sigmoid).toBeCloseTo(29 * Math.log10(Math.sqrt(0.0557207)), -0.5);
    expect(Math.abs(ends.relu!)).toBeLessThan(0.5);
    expect(ends.tanh).toBeGreaterThan(-1.6);
  });

  it('draws a function the reader picks beside tanh and ReLU, and not twice', () => {
    const picked = (phi: string) =>
      compute({ phi, scale: 1, seed: 1 }).travellers.map((t) => t.activation.id);
    expect(picked('gelu')).toEqual(['relu', 'tanh', 'gelu']);
    expect(picked('tanh')).toEqual(['relu', 'tanh']);
  });

  it('starts every line at one and gives other weights with another seed', () => {
    const [a, b] = [1, 2].map((seed) => compute({ phi: 'sigmoid', scale: 1, seed }).travellers[0]!);
    for (const row of a!.samples) expect(row[0]).toBeCloseTo(0, 12);
    expect(a!.samples).not.toEqual(b!.samples);
  });

  it('knows where half precision stores zero', () => {
    expect(Math.f16round(10 ** (smallestHalf + 1e-9))).toBeGreaterThan(0);
    expect(Math.f16round(10 ** (smallestHalf - 1e-9))).toBe(0);
  });

  it('says in words what it shows', () => {
    expect(words(compute({ phi: 'sigmoid', scale: 1, seed: 1 }))).toContain(
      'sigmoid from Xavier weights 10 to the power −18',
    );
    expect(spoken(Math.log10(0.5))).toBe('0.5');
    expect(left(Number.NEGATIVE_INFINITY)).toEqual({ lead: '0' });
    expect(left(Number.POSITIVE_INFINITY)).toEqual({ lead: '∞' });
    expect(left(3.2)).toEqual({ lead: '10', power: '3' });
  });

  it.each([
    // What is not a number is not too large: x³ overflows within thirty layers, the logarithm has no value below 0.
    ['0/0', 'Thirty layers: mine has no value on the way', 'mine no value'],
    ['log(x)', 'Thirty layers: mine has no value on the way', 'mine no value'],
    ['exp(x^2)', 'The same error signal, thirty layers later: it explodes', 'mine ∞'],
  ])('tells of f(x) = %s what became of its gradient', (formula, head, arrives) => {
    const own = ownFunction('mine', formula);
    const leave = announceOwn(own);
    const hero = compute({ phi: own.id, scale: 1, seed: 1 });
    expect(title(hero)).toBe(head);
    expect(finding(hero)).toContain(arrives);
    for (const { width } of bakedWidths.wide) {
      const [panel] = draw(hero, frameAt(serverDocument(), 'fig', width));
      expect(panel!.svg.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
    }
    leave();
  });

  it('breaks long names between words, into two lines at most', () => {
    expect(lines('sigmoid', 8)).toEqual(['sigmoid']);
    expect(lines('two-sided leaky ReLU6', 18)).toEqual(['two-sided leaky', 'ReLU6']);
    expect(lines('a function by myself alone', 11)).toEqual(['a function', 'by myself…']);
    expect(lines('W'.repeat(24), 11)).toEqual(['WWWWW…']);
    expect(lines('supercalifragilistic', 11)).toEqual(['supercalifr', 'agilistic']);
  });
});
