import type { Activation } from '../activations/activation.ts';
import { findActivation } from '../activations/index.ts';
import { cellText } from '../figure/table.ts';
import { lossAndGradient } from '../network/loss.ts';
import { type NonFinite, NonFiniteError } from '../network/nonFinite.ts';
import type { Answers, CourseSpec, Divergence, LayerNumbers } from './spec.ts';
import { startingNetwork } from './start.ts';

/**
 * Finds out why a float32 network has no finite loss: its numbers are put through the float64 network rounded to float32,
 * which names the first layer and the first number at fault.
 */
export function explainDivergence(
  spec: CourseSpec,
  start: number,
  step: number,
  layers: readonly LayerNumbers[],
  { inputs, labels }: Answers,
): Divergence {
  const network = startingNetwork(spec, start);
  network.tensors.forEach(({ weight, bias }, l) => {
    weight!.set(layers[l]!.weights);
    bias!.set(layers[l]!.biases);
  });
  try {
    const { output } = network.forward(Float64Array.from(inputs), { format: 'float32' }).layers.at(-1)!;
    lossAndGradient('bce-with-logits', output, labels, 1, new Float64Array(output.length));
  } catch (error) {
    if (!(error instanceof NonFiniteError)) throw error;
    const { layer } = error.where;
    return { start, step, layer, cause: causeOf(error.where, error.message, spec.functions) };
  }
  return { start, step, layer: null, cause: 'the loss grew beyond the largest float32' };
}

function causeOf(
  { layer, quantity, value, at, shape }: NonFinite,
  message: string,
  functions: readonly string[],
): string {
  const columns = shape.at(-1) ?? 1;
  const unit = quantity === 'weight' ? Math.floor(at / columns) : at % columns;
  const became = Number.isNaN(value) ? 'is not a number' : `is ${value < 0 ? '−' : ''}∞`;
  const name = layer === null ? undefined : functions[layer - 1];
  const why = rounded(
    message.slice(message.indexOf('; ') + 2),
    name === undefined ? null : findActivation(name),
  );
  if (layer === null) return `the loss ${became}; ${why}`;
  return `the ${words[quantity] ?? quantity} of unit ${unit + 1} ${became}; ${why}`;
}

/**
 * The number at the end of a cause, to three digits, and the precision if it is to blame: `x² is not finite at
 * 36290078365118890000` is `x² is not finite in float32 at 3.63 × 10^19`, as in doubles it is.
 */
const rounded = (cause: string, activation: Activation | null): string =>
  cause.replace(/is not finite at (-?[\d.]+(?:e[+-]?\d+)?)$/, (_, number) => {
    const inDoubles = activation !== null && Number.isFinite(activation.f(Number(number)));
    return `is not finite${inDoubles ? ' in float32' : ''} at ${cellText(Number(number), 3)}`;
  });

const words: Readonly<Record<string, string>> = {
  preactivation: 'weighted sum',
  activation: 'output',
  weight: 'weight',
  bias: 'bias',
};
