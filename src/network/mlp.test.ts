import { describe, expect, it } from 'vitest';
import { findActivation } from '../activations/index.ts';
import { mlp } from './mlp.ts';

describe('mlp', () => {
  it('gives hidden layers the options and leaves the output layer affine', () => {
    const relu = findActivation('relu');
    const spec = mlp({
      sizes: [3, 5, 4, 2],
      activation: relu,
      dropout: 0.1,
      norm: { type: 'layer' },
      outputInit: { type: 'lecun' },
    });
    expect(spec.inputs).toBe(3);
    expect(spec.layers.map((layer) => layer.units)).toEqual([5, 4, 2]);
    expect(spec.layers.map((layer) => layer.activation)).toEqual([relu, relu, undefined]);
    expect(spec.layers.map((layer) => layer.dropout)).toEqual([0.1, 0.1, undefined]);
    expect(spec.layers.map((layer) => layer.init)).toEqual([undefined, undefined, { type: 'lecun' }]);
  });

  it('skips only around hidden layers from the second on that keep their width', () => {
    const residual = { around: 'activation' } as const;
    const { layers } = mlp({ sizes: [4, 4, 4, 6, 6, 6], residual });
    expect(layers.map((layer) => layer.residual ?? null)).toEqual([null, residual, null, residual, null]);
  });

  it('wants at least inputs and outputs', () => {
    expect(() => mlp({ sizes: [3] })).toThrow('invalid sizes: [3]; expected inputs, hidden widths, outputs');
  });
});
