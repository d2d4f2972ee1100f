import type { Batches } from './data.ts';
import { type Loss, lossAndGradient } from './loss.ts';
import type { Network, Pass } from './network.ts';
import { assertFinite } from './nonFinite.ts';
import type { Optimizer } from './optimizer.ts';
import { log10Norm } from './scaled.ts';

export interface StepResult {
  /** Loss of the step's batch before the step. */
  readonly loss: number;
  /** log₁₀ of the norm of all gradients. */
  readonly log10Gradient: number;
  /** Its arrays are those of the next step too. */
  readonly pass: Pass;
}

/**
 * Makes the function that takes one optimizer step on the batch of a given step number: forward, loss, backward, update.
 * It throws NonFiniteError, before any parameter changes, when a number on the way is not finite.
 */
export function createStep(
  network: Network,
  batches: Batches,
  loss: Loss,
  optimizer: Optimizer,
): (step: number) => StepResult {
  let outputGradient = new Float64Array(0);
  return (step) => {
    const { inputs, targets } = batches.at(step);
    const pass = network.forward(inputs, { training: true, step });
    const { output } = pass.layers.at(-1)!;
    if (outputGradient.length !== output.length) outputGradient = new Float64Array(output.length);
    const value = lossAndGradient(loss, output, targets, network.outputs, outputGradient);
    network.backward(pass, outputGradient);
    network.unscaleGradients();
    const log10Gradient = log10Norm(network.gradients);
    if (Number.isNaN(log10Gradient) || log10Gradient === Infinity) blameGradient(network);
    optimizer.step(network.parameters, network.gradients);
    return { loss: value, log10Gradient, pass };
  };
}

function blameGradient(network: Network): void {
  network.gradientTensors.forEach((tensors, k) => {
    const { units, inputs } = network.layers[k]!;
    for (const [name, tensor] of Object.entries(tensors)) {
      const shape = name === 'weight' ? [units, inputs] : [tensor?.length ?? 0];
      if (tensor) assertFinite(tensor, k + 1, `${name} gradient`, shape, 'the step would ruin the layer');
    }
  });
}
