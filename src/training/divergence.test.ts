import { describe, expect, it } from 'vitest';
import { activationFromFormula } from '../activations/formula/index.ts';
import { registerActivation } from '../activations/index.ts';
import { explainDivergence } from './divergence.ts';
import type { CourseSpec, LayerNumbers } from './spec.ts';

const layer = (weight: number): LayerNumbers => ({
  weights: Float32Array.of(weight),
  biases: Float32Array.of(0),
});
const row = { inputs: Float32Array.of(1), labels: Uint8Array.of(1) };

/** Why a network of one unit with this function has no answer to 1. */
function causeOf(phi: string, weight: number): string {
  const spec: CourseSpec = {
    sizes: [1, 1, 1],
    functions: [phi],
    rate: 0.1,
    momentum: 0.9,
    decay: 0,
    batch: Infinity,
    starts: 1,
    seed: 1,
    train: row,
    heldOut: null,
    probes: new Float32Array(),
    every: 1,
  };
  return explainDivergence(spec, 0, 1, [layer(weight), layer(1)], row).cause;
}

describe('the cause of a divergence', () => {
  it('names the precision where it is to blame', () => {
    expect(causeOf('squared_relu', 2e19)).toBe(
      'the output of unit 1 is ∞; squared ReLU is not finite in float32 at 2 × 10^19',
    );
  });

  it('does not blame it where doubles have no value either', () => {
    const forget = registerActivation(activationFromFormula('1/(x-1)', { id: 'own_hole', label: 'hole' }));
    expect(causeOf('own_hole', 1)).toMatch(/hole is not finite at 1$/);
    forget();
  });
});
