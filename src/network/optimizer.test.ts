import { describe, expect, it } from 'vitest';
import { createOptimizer, type OptimizerSpec } from './optimizer.ts';

/** w after each step from w = 1 with the given gradients. */
function path(spec: OptimizerSpec, gradients: readonly number[]): number[] {
  const optimizer = createOptimizer(spec, 1);
  const w = Float64Array.of(1);
  return gradients.map((g) => {
    optimizer.step(w, Float64Array.of(g));
    return w[0]!;
  });
}

function expectPath(spec: OptimizerSpec, gradients: readonly number[], byHand: readonly number[]): void {
  path(spec, gradients).forEach((w, i) => {
    expect(w).toBeCloseTo(byHand[i]!, 14);
  });
}

describe('one and two steps worked by hand', () => {
  it('sgd', () => {
    // 1 − 0.1·2 = 0.8; 0.8 − 0.1·(−4) = 1.2.
    expectPath({ type: 'sgd', learningRate: 0.1 }, [2, -4], [0.8, 1.2]);
  });

  it('sgd with weight decay', () => {
    // 1 − 0.1·(2 + 0.5·1) = 0.75; 0.75 − 0.1·(2 + 0.375) = 0.5125.
    expectPath({ type: 'sgd', learningRate: 0.1, weightDecay: 0.5 }, [2, 2], [0.75, 0.5125]);
  });

  it('momentum', () => {
    // v: 2, then 0.9·2 + 2 = 3.8, then 0.9·3.8 + 0 = 3.42.
    expectPath({ type: 'momentum', learningRate: 0.1 }, [2, 2, 0], [0.8, 0.42, 0.078]);
    expectPath({ type: 'momentum', learningRate: 0.1, momentum: 0.5 }, [2, 2], [0.8, 0.5]);
  });

  it('adam', () => {
    // Step 1: m/(1−β₁) = g and v/(1−β₂) = g², so w moves by η g/(|g| + ε), whatever the size of g.
    expectPath({ type: 'adam', learningRate: 0.1 }, [2], [1 - (0.1 * 2) / (2 + 1e-8)]);
    expectPath({ type: 'adam', learningRate: 0.1 }, [-3e-5], [1 + (0.1 * 3e-5) / (3e-5 + 1e-8)]);
    // Step 2 with β₁ = β₂ = ½, ε = 0, g = 2 then 4: m = ½·1 + ½·4 = 2.5, divided by ¾; v = ½·2 + ½·16 = 9, divided by ¾.
    const spec = { type: 'adam', learningRate: 0.1, beta1: 0.5, beta2: 0.5, epsilon: 0 } as const;
    expectPath(spec, [2, 4], [0.9, 0.9 - (0.1 * 2.5) / 0.75 / Math.sqrt(9 / 0.75)]);
  });
});

describe('createOptimizer', () => {
  it('uses a learning rate changed between steps', () => {
    const optimizer = createOptimizer({ type: 'sgd', learningRate: 1 }, 1);
    const w = Float64Array.of(1);
    optimizer.learningRate = 0.25;
    optimizer.step(w, Float64Array.of(2));
    expect(w[0]).toBe(0.5);
  });

  it('names bad numbers', () => {
    expect(() => createOptimizer({ type: 'sgd', learningRate: NaN }, 1)).toThrow(
      'invalid learningRate: NaN; expected a finite number ≥ 0',
    );
    expect(() => createOptimizer({ type: 'momentum', learningRate: 1, momentum: 1 }, 1)).toThrow(
      'invalid momentum: 1',
    );
    expect(() => createOptimizer({ type: 'adam', learningRate: 1, beta2: -1 }, 1)).toThrow(
      'invalid beta2: -1',
    );
  });
});
