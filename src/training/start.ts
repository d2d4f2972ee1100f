import type { Activation } from '../activations/activation.ts';
import { findActivation } from '../activations/index.ts';
import { Network } from '../network/network.ts';
import type { CourseSpec } from './spec.ts';

/**
 * Var W · fan-in of a layer: 2 for functions that pass one side and shut the other (He et al. 2015), else 1. Asked of the
 * function's asymptotes, so that a reader's own function gets what its shape calls for.
 */
export function weightVariance({ asymptotes: { left, right } }: Activation): number {
  return right?.slope === 1 && left !== null && Math.abs(left.slope) < 0.5 ? 2 : 1;
}

/** The network of a start before its first step; biases are 0. Throws what `findActivation` and `Network` throw. */
export function startingNetwork(spec: CourseSpec, start: number): Network {
  const functions = spec.functions.map(findActivation);
  const layers = spec.sizes.slice(1).map((units, l) => {
    const activation = functions[l] ?? null;
    const sigmaW = Math.sqrt(activation ? weightVariance(activation) : 1);
    return { units, activation, init: { type: 'custom' as const, sigmaW } };
  });
  return new Network({ inputs: spec.sizes[0]!, layers, seed: spec.seed + start });
}
