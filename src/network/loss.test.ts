import { describe, expect, it } from 'vitest';
import { type Loss, lossAndGradient } from './loss.ts';

function run(loss: Loss, output: number[], targets: number[], outputs: number) {
  const gradient = new Float64Array(output.length);
  const value = lossAndGradient(loss, Float64Array.from(output), targets, outputs, gradient);
  return { value, gradient: [...gradient] };
}

describe('softmax cross-entropy', () => {
  it('gives ln K for equal logits and p − y as gradient', () => {
    const { value, gradient } = run('softmax-cross-entropy', [7, 7, 7, 7], [2], 4);
    expect(value).toBeCloseTo(Math.log(4), 15);
    expect(gradient).toEqual([0.25, 0.25, -0.75, 0.25]);
  });

  it('does not change when a constant is added to all logits', () => {
    const one = run('softmax-cross-entropy', [1, 2, 3, 0, -1, 4], [0, 2], 3);
    const shifted = run('softmax-cross-entropy', [1001, 1002, 1003, -1000, -1001, -996], [0, 2], 3);
    expect(shifted).toEqual(one);
    // −ln of e/(e + e² + e³) and of e⁴/(1 + e⁻¹ + e⁴), halved.
    const byHand =
      (Math.log(Math.E + Math.E ** 2 + Math.E ** 3) - 1 + Math.log(1 + Math.exp(-1) + Math.exp(4)) - 4) / 2;
    expect(one.value).toBeCloseTo(byHand, 14);
  });

  it('keeps its digits when the network is very sure', () => {
    const right = run('softmax-cross-entropy', [50, 0], [0], 2);
    expect(right.value / Math.exp(-50)).toBeCloseTo(1, 14);
    expect(right.gradient[0]! / -Math.exp(-50)).toBeCloseTo(1, 14);
    const wrong = run('softmax-cross-entropy', [800, -800], [1], 2);
    expect(wrong).toEqual({ value: 1600, gradient: [1, -1] });
  });
});

describe('BCE with logits', () => {
  it('gives the textbook numbers in the middle', () => {
    const { value, gradient } = run('bce-with-logits', [0.3, -1.2], [1, 0.25], 1);
    const s = (x: number) => 1 / (1 + Math.exp(-x));
    const byHand = (-Math.log(s(0.3)) - 0.25 * Math.log(s(-1.2)) - 0.75 * Math.log(1 - s(-1.2))) / 2;
    expect(value).toBeCloseTo(byHand, 15);
    expect(gradient[0]).toBeCloseTo((s(0.3) - 1) / 2, 15);
    expect(gradient[1]).toBeCloseTo((s(-1.2) - 0.25) / 2, 15);
  });

  it('neither overflows nor loses digits at the ends', () => {
    expect(run('bce-with-logits', [1000, -1000], [0, 1], 1)).toEqual({ value: 1000, gradient: [0.5, -0.5] });
    const sure = run('bce-with-logits', [40, -40], [1, 0], 1);
    expect(sure.value / Math.exp(-40)).toBeCloseTo(1, 14);
    expect(sure.gradient[0]! / (-Math.exp(-40) / 2)).toBeCloseTo(1, 14);
    expect(sure.gradient[1]! / (Math.exp(-40) / 2)).toBeCloseTo(1, 14);
  });
});

describe('MSE', () => {
  it('averages over samples and outputs', () => {
    expect(run('mse', [1, 2, 3, 4], [0, 2, 3, 1], 2)).toEqual({ value: 2.5, gradient: [0.5, 0, 0, 1.5] });
  });
});

describe('bad targets', () => {
  it('are named with their place and value', () => {
    expect(() => run('mse', [1, 2], [1], 1)).toThrow(
      'invalid targets: 1 values for mse of 2 × 1 outputs; expected 2',
    );
    expect(() => run('mse', [1, 2], [0, NaN], 1)).toThrow('invalid target 1: NaN; expected a finite number');
    expect(() => run('bce-with-logits', [1], [1.5], 1)).toThrow(
      'invalid target 0: 1.5; expected a probability from 0 to 1',
    );
    expect(() => run('softmax-cross-entropy', [1, 2], [0.5], 2)).toThrow(
      'invalid label 0: 0.5; expected a class from 0 to 1',
    );
  });
});
