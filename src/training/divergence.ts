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
    return { start, step, layer, cause: causeOf(error.where, error.message) };
  }
  return { start, step, layer: null, cause: 'the loss grew beyond the largest float32' };
}

function causeOf({ layer, quantity, value, at, shape }: NonFinite, message: string): string {
  const columns = shape.at(-1) ?? 1;
  const unit = quantity === 'weight' ? Math.floor(at / columns) : at % columns;
  const became = Number.isNaN(value) ? 'is not a number' : `is ${value < 0 ? '−' : ''}∞`;
  const why = rounded(message.slice(message.indexOf('; ') + 2));
  if (layer === null) return `the loss ${became}; ${why}`;
  return `the ${words[quantity] ?? quantity} of unit ${unit + 1} ${became}; ${why}`;
}

/** The number at the end of a cause, to three digits: `36290078365118890000` is `3.63 × 10^19`. */
const rounded = (cause: string): string =>
  cause.replace(/(?<= at )-?[\d.]+(?:e[+-]?\d+)?$/, (number) => cellText(Number(number), 3));

const words: Readonly<Record<string, string>> = {
  preactivation: 'weighted sum',
  activation: 'output',
  weight: 'weight',
  bias: 'bias',
};
