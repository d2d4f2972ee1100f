import type { LayerSpec, NetworkSpec } from './spec.ts';

/** A plain multilayer perceptron: hidden layers of one kind and an affine output layer. */
export interface MlpOptions extends Omit<LayerSpec, 'units' | 'init'>, Pick<NetworkSpec, 'init' | 'seed'> {
  /** Inputs, hidden widths, outputs: [64, 32, 10] has one hidden layer. */
  readonly sizes: readonly number[];
  /** Overrides `init` in the output layer. */
  readonly outputInit?: LayerSpec['init'];
}

/**
 * The spec of a perceptron whose hidden layers share every option. Norm, dropout and activation apply to hidden layers
 * only; a skip connection to those from the second on that keep their width.
 * Throws RangeError when `sizes` has fewer than two entries.
 */
export function mlp(options: MlpOptions): NetworkSpec {
  const { sizes, init, outputInit, seed, residual, ...hidden } = options;
  if (sizes.length < 2)
    throw new RangeError(`invalid sizes: [${sizes}]; expected inputs, hidden widths, outputs`);
  const last = sizes.length - 1;
  const layers = sizes.slice(1).map((units, k): LayerSpec => {
    if (k + 1 === last) return { units, bias: hidden.bias, init: outputInit };
    return { ...hidden, units, residual: k > 0 && sizes[k] === units ? residual : null };
  });
  return { inputs: sizes[0]!, layers, init, seed };
}
