import { describe, expect, it } from 'vitest';
import { activationFromFormula } from '../../activations/formula/index.ts';
import { activations, findActivation } from '../../activations/index.ts';
import { moments } from '../../activations/properties/moments.ts';
import { fateOf, fixedPoint } from './fixedPoint.ts';
import { lengthsOf } from './lengthMap.ts';
import { meanSquareOf } from './meanSquare.ts';

/** As long as a formula may be. */
const ripples = activationFromFormula(
  `x${Array.from({ length: 70 }, (_, i) => `+sin(${i + 1}x)/${i + 1}`).join('')}`,
);

/** E x² sin² x = (q/2)(1 − (1 − 4q)e^−2q), from E cos 2x = e^−2q differentiated twice. */
const wavesSquare = (q: number) => (q / 2) * (1 - (1 - 4 * q) * Math.exp(-2 * q));

describe('the mean square of φ', () => {
  it('is that of the panels for every function of the book', () => {
    for (const activation of activations) {
      for (const q of [1e-6, 0.3, 2, 40]) {
        const { square } = moments(activation, q);
        expect(Math.abs(meanSquareOf(activation)(q) / square - 1), activation.id).toBeLessThan(1e-12);
      }
    }
  });

  // E sin² = (1 − e^−2q)/2, and with E cos kx = e^(−k²q/2) the fourth power.
  it.each([
    ['sine', (q: number) => -Math.expm1(-2 * q) / 2, 3e3],
    ['snake', (q: number) => q + 3 / 8 - Math.exp(-2 * q) / 2 + Math.exp(-8 * q) / 8, 1e12],
  ] as const)('of %s stays exact where panels do not resolve its waves', (spec, exact, farthest) => {
    const square = meanSquareOf(findActivation(spec));
    square(1e5);
    for (let q = 1e-3; q <= farthest; q *= 10)
      expect(Math.abs(square(q) / exact(q) - 1), `q = ${q}`).toBeLessThan(1e-8);
  });

  it('of seventy ripples is exact while their waves are sampled', () => {
    const square = meanSquareOf(ripples);
    square(1e5);
    const waves = Array.from({ length: 70 }, (_, i) => i + 1);
    const cos = (k: number, q: number) => Math.exp((-k * k * q) / 2);
    const exact = (q: number) =>
      q +
      waves.reduce((sum, k) => sum + 2 * q * cos(k, q), 0) +
      waves
        .flatMap((j) => waves.map((k) => (cos(j - k, q) - cos(j + k, q)) / (2 * j * k)))
        .reduce((a, b) => a + b);
    for (const q of [0.1, 2, 30]) expect(square(q) / exact(q)).toBeCloseTo(1, 8);
  });

  it('tells what it may be off by where waves are sampled as by chance', () => {
    const square = meanSquareOf(activationFromFormula('x sin(x)'));
    square(1e5);
    for (let q = 1e-2; q < 1e15; q *= 3) {
      const off = Math.abs(square(q) - wavesSquare(q));
      expect(off, `q = ${q}`).toBeLessThan(square.errorAt(q) + 1e-12 * q);
      if (q < 1e2) expect(square.errorAt(q) / square(q)).toBeLessThan(1e-3);
    }
  });

  it('is infinite where it diverges', () => {
    const bell = meanSquareOf(activationFromFormula('exp(x^2/5)'));
    for (const q of [0.1, 1, 1.2]) expect(bell(q)).toBeCloseTo(1 / Math.sqrt(1 - 0.8 * q), 8);
    for (const q of [1.25, 1.3, 2, 50, 1e6]) expect(bell(q)).toBe(Number.POSITIVE_INFINITY);
    // Grows fast, but no faster than the density falls: E e^2x = e^2q.
    const exp = meanSquareOf(activationFromFormula('exp(x)'));
    for (const q of [1, 30, 80]) expect(Math.log(exp(q)) / (2 * q)).toBeCloseTo(1, 9);
    // All of it lies in the tail.
    const beyond = meanSquareOf(activationFromFormula('x > 1 ? x : 0'));
    for (const q of [1e-5, 1e-3, 0.005]) expect(beyond(q)).toBeLessThan(1e-40);
  });

  it('takes one set of samples for a whole network and its fate', () => {
    let calls = 0;
    const f = (x: number): number => {
      calls += 1;
      return ripples.f(x);
    };
    const df = (): number => {
      throw new Error('no slope is needed');
    };
    const phi = { f, df, kinks: ripples.kinks };
    const square = meanSquareOf(phi);
    expect(lengthsOf(square, { sigmaW2: 2 }, 100)).toHaveLength(100);
    expect(fateOf(phi, { sigmaW2: 2 }, square)).toBe('infinite');
    expect(calls).toBeLessThan(60_000);
  });

  it('knows the fates that fixed points have', () => {
    for (const activation of activations) {
      const ensemble = { sigmaW2: 1.3, sigmaB2: 0.05 };
      expect(fateOf(activation, ensemble), activation.id).toBe(fixedPoint(activation, ensemble).kind);
    }
  });
});
