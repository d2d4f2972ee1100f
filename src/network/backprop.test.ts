import { describe, expect, it } from 'vitest';
import reference from '../../reference/backprop.json' with { type: 'json' };
import { findActivation } from '../activations/index.ts';
import { type Loss, lossAndGradient } from './loss.ts';
import { mlp } from './mlp.ts';
import { Network } from './network.ts';

const losses: Record<string, Loss> = { ce: 'softmax-cross-entropy', mse: 'mse' };
type Nested = number | readonly Nested[];
const flat = (values: Nested): number[] => (typeof values === 'number' ? [values] : values.flatMap(flat));

/** Largest error relative to |want|, or to 1e−4 for numbers below it: BatchNorm's bias gradients are zero but for rounding. */
function error(got: ArrayLike<number>, want: Nested): number {
  const wanted = flat(want);
  expect(got.length).toBe(wanted.length);
  return wanted.reduce(
    (worst, w, i) => Math.max(worst, Math.abs(got[i]! - w) / Math.max(1e-4, Math.abs(w))),
    0,
  );
}

describe.each(reference.cases)('$name', (c) => {
  const network = new Network(
    mlp({
      sizes: c.sizes,
      activation: findActivation(c.activation),
      norm:
        c.norm === 'none'
          ? null
          : { type: c.norm as 'batch' | 'layer', position: c.norm_order as 'before' | 'after' },
      residual: c.residual ? { around: 'activation' } : null,
    }),
  );
  const parameters = c.params as unknown as Record<string, Nested>;
  const names = { weight: 'W', bias: 'b', gamma: 'gamma', beta: 'beta' } as const;
  network.tensors.forEach((tensors, k) => {
    for (const [name, letter] of Object.entries(names)) {
      tensors[name as keyof typeof names]?.set(flat(parameters[`${letter}${k + 1}`]!));
    }
  });
  const pass = network.forward(Float64Array.from(flat(c.X)), { training: true });
  const output = pass.layers.at(-1)!.output;
  const outputGradient = new Float64Array(output.length);
  const inputGradient = new Float64Array(pass.input.length);
  const loss = lossAndGradient(losses[c.loss_kind]!, output, flat(c.target), network.outputs, outputGradient);
  network.backward(pass, outputGradient, inputGradient);
  const tolerance = c.norm === 'batch' ? 1e-9 : 1e-10;

  it('gives the forward values and the loss', () => {
    expect(Math.abs(loss - c.loss) / Math.max(1, c.loss)).toBeLessThan(1e-10);
    const forward = c.forward as unknown as Record<string, Nested>;
    pass.layers.forEach((layer, k) => {
      expect(error(layer.preactivation, forward[`h${k + 1}`]!)).toBeLessThan(1e-10);
      const a = forward[`a${k + 1}`];
      if (a !== undefined) expect(error(layer.output, a)).toBeLessThan(1e-10);
    });
  });

  it('gives every δ, every parameter gradient and the input gradient', () => {
    expect(error(inputGradient, c.dX)).toBeLessThan(tolerance);
    const dh = c.dh as unknown as Record<string, Nested>;
    pass.layers.forEach((layer, k) => {
      expect(error(layer.delta, dh[`h${k + 1}`]!)).toBeLessThan(tolerance);
    });
    const gradients = c.grads as unknown as Record<string, Nested>;
    let compared = 0;
    network.gradientTensors.forEach((tensors, k) => {
      for (const [name, letter] of Object.entries(names)) {
        const tensor = tensors[name as keyof typeof names];
        if (tensor === null) continue;
        compared++;
        expect(error(tensor, gradients[`${letter}${k + 1}`]!)).toBeLessThan(tolerance);
      }
    });
    expect(compared).toBe(Object.keys(gradients).length);
  });
});
