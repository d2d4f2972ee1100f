import { describe, expect, it } from 'vitest';
import { activationFromFormula } from '../../src/activations/formula/index.ts';
import { activations, findActivation } from '../../src/activations/index.ts';
import { criticalPointAtBias } from '../../src/network/theory/criticalLine.ts';
import { fixedPoint } from '../../src/network/theory/fixedPoint.ts';
import { borderOf, type Place } from './border.ts';

const at = (line: readonly Place[], sigmaB2: number): number => {
  const i = line.findIndex(([, b]) => b >= sigmaB2);
  const [[w0, b0], [w1, b1]] = [line[Math.max(i - 1, 0)]!, line[i]!];
  return b1 === b0 ? w1 : w0 + ((w1 - w0) * (sigmaB2 - b0)) / (b1 - b0);
};

describe('the border between vanishing and exploding gradients', () => {
  it('of tanh is the critical line of the literature', () => {
    const { critical, jump, foot } = borderOf(findActivation('tanh'));
    expect(foot).toBeCloseTo(1, 2);
    expect(jump).toEqual([]);
    // Pennington et al. 2017, as in blueprint chapter 3.
    expect(at(critical, 0.103791)).toBeCloseTo(2.00004, 1);
    expect(at(critical, 0.05)).toBeCloseTo(1.76095463960674, 1);
    const exact = criticalPointAtBias(findActivation('tanh'), 0.5).sigmaW2;
    expect(Math.abs(at(critical, 0.5) - exact)).toBeLessThan(0.02);
  });

  it.each([
    ['relu', 2],
    ['leaky_relu(negativeSlope=0.2)', 2 / 1.04],
    ['identity', 1],
  ])('of %s is vertical', (phi, sigmaW2) => {
    const { critical } = borderOf(findActivation(phi));
    expect(critical.map(([w]) => w)).toEqual([sigmaW2, sigmaW2].map((w) => expect.closeTo(w, 9)));
    expect(critical.map(([, b]) => b)).toEqual([0, 1]);
  });

  it('of the sigmoid lies far outside, and the step has none', () => {
    const sigmoid = borderOf(findActivation('sigmoid'));
    expect(sigmoid.critical).toEqual([]);
    expect(Math.round(sigmoid.foot!)).toBe(103);
    expect(borderOf(findActivation('step'))).toEqual({ critical: [], jump: [], foot: null });
  });

  it('of GELU jumps where biases are small: its lengths die or run away', () => {
    const { critical, jump } = borderOf(findActivation('gelu'));
    expect(critical.length).toBeGreaterThan(5);
    expect(jump[0]![1]).toBe(0);
    const [w] = jump[0]!;
    const chi = (sigmaW2: number) => fixedPoint(findActivation('gelu'), { sigmaW2 }).chi;
    expect(chi(w * 0.98)).toBeLessThan(0.6);
    expect(chi(w * 1.02)).toBeGreaterThan(1);
  });

  it('of exp(x²/5) jumps where its length goes to 5/4, where there is no average', () => {
    const { critical, jump, foot } = borderOf(activationFromFormula('exp(x^2/5)', { id: 'bowl' }));
    expect(critical).toEqual([]);
    // σ_w² = q √(1 − 4q/5) has its largest value at q = 5/6; the plane is 4 wide.
    expect(Math.abs(foot! - 5 / 6 / Math.sqrt(3))).toBeLessThan(0.03);
    expect(jump[0]).toEqual([expect.closeTo(foot!, 2), 0]);
  });

  it('has χ₁ below 1 at its left and above at its right, within a few pixels, for every function', () => {
    for (const activation of activations) {
      // Its slopes at large q take seconds; the border is read off a table all the same.
      if (activation.id === 'snake') continue;
      const { critical, jump } = borderOf(activation);
      for (const [w, b] of [...critical, ...jump].filter((_, i) => i % 6 === 2)) {
        const away = Math.max(0.04 * w, 0.04);
        const chi = (side: number) => fixedPoint(activation, { sigmaW2: w + side * away, sigmaB2: b }).chi;
        expect(chi(-1), `${activation.spec} left of ${w}, ${b}`).toBeLessThan(1);
        expect(chi(1), `${activation.spec} right of ${w}, ${b}`).toBeGreaterThan(1);
      }
    }
  }, 60_000);
});
