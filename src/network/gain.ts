import type { Activation } from '../activations/activation.ts';

/**
 * The recommended standard-deviation factor of the weights before an activation, as in
 * `torch.nn.init.calculate_gain`: identity and sigmoid 1, tanh 5/3, ReLU √2, leaky ReLU √(2/(1+α²)), SELU 3/4.
 * Throws RangeError for a function PyTorch has no gain for; pass `gain` yourself then.
 */
export function calculateGain(activation: Pick<Activation, 'id' | 'values'> | null): number {
  switch (activation?.id ?? 'identity') {
    case 'identity':
    case 'sigmoid':
      return 1;
    case 'tanh':
      return 5 / 3;
    case 'relu':
      return Math.SQRT2;
    case 'leaky_relu':
    case 'prelu':
      return Math.sqrt(2 / (1 + negativeSlope(activation) ** 2));
    case 'selu':
      return 3 / 4;
    default:
      throw new RangeError(
        `no gain known for: ${activation?.id}; expected identity, sigmoid, tanh, relu, leaky_relu, prelu or selu, or a gain of your own`,
      );
  }
}

/** The single parameter of a leaky ReLU or PReLU. */
export function negativeSlope(activation: Pick<Activation, 'id' | 'values'> | null): number {
  const slope = Object.values(activation?.values ?? {})[0];
  if (slope === undefined)
    throw new RangeError(`${activation?.id} has no slope; expected leaky_relu or prelu`);
  return slope;
}
