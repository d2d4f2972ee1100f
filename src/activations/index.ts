import type { Activation } from './activation.ts';
import { elu } from './elu.ts';
import { gelu } from './gelu.ts';
import { hardSwish } from './hardSwish.ts';
import { identity } from './identity.ts';
import { leakyRelu } from './leakyRelu.ts';
import { mish } from './mish.ts';
import { createRegistry } from './registry.ts';
import { relu } from './relu.ts';
import { sigmoid } from './sigmoid.ts';
import { silu } from './silu.ts';
import { softplus } from './softplus.ts';
import { step } from './step.ts';
import { tanh } from './tanh.ts';

/** Every function of the book, parametric ones with their defaults, in the order pickers show them. */
export const activations: readonly Activation[] = [
  identity,
  step,
  sigmoid,
  tanh,
  softplus(),
  relu,
  leakyRelu(),
  elu(),
  gelu,
  silu,
  hardSwish,
  mish,
];

/** The book's functions and the reader's own. */
export const registry = createRegistry(activations);

/** The function a spec names, the reader's included: `findActivation('leaky_relu(negativeSlope=0.2)')`. */
export const findActivation = registry.find;

/** Adds the reader's own function (family `yours`); returns what takes it out again. */
export const registerActivation = registry.register;
