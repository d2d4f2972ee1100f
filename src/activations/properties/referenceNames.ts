import type { Activation } from '../activation.ts';
import { findActivation } from '../index.ts';

/** Keys of `reference/theory.json` whose function is not the id with its default parameters. */
const SPECS: Readonly<Record<string, string>> = {
  'leaky_relu_0.01': 'leaky_relu(negativeSlope=0.01)',
  'leaky_relu_0.02': 'leaky_relu(negativeSlope=0.02)',
  'leaky_relu_0.2': 'leaky_relu(negativeSlope=0.2)',
  'prelu_0.25': 'leaky_relu(negativeSlope=0.25)',
  'leaky_relu6_0.01': 'leaky_relu6(negativeSlope=0.01)',
  snake_1: 'snake',
  sine_1: 'sine',
};

/** The function a key of `reference/theory.json` means; for tests. */
export function referenceFunction(key: string): Activation {
  return findActivation(SPECS[key] ?? key);
}
