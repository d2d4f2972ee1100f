import { findActivation } from '../../src/activations/index.ts';
import { type DigitsPart, loadDigits, splitDigits } from '../../src/datasets/digits.ts';
import { type FlowLayer, gradientFlow } from '../../src/network/gradientFlow.ts';
import type { Init } from '../../src/network/init.ts';
import { lossAndGradient } from '../../src/network/loss.ts';
import { mlp } from '../../src/network/mlp.ts';
import { Network } from '../../src/network/network.ts';
import { type NonFinite, NonFiniteError } from '../../src/network/nonFinite.ts';
import { probe } from '../../src/network/probe.ts';
import type { NormSpec, ResidualSpec } from '../../src/network/spec.ts';
import { ensembleOf, type Setting } from './settings.ts';

/** What all networks of a comparison share. */
export interface Shape {
  readonly depth: number;
  readonly width: number;
  readonly batch: number;
  readonly loss: 'projection' | 'digits';
}

/** What is shown of a layer; `log10WeightGradient` is NaN where working it out would take too long. */
export type Layer = Pick<
  FlowLayer,
  'log10Delta' | 'log10WeightGradient' | 'rmsPreactivation' | 'saturated' | 'preactivations' | 'activations'
>;

/** How a signal leaves the numbers: it grows too large, or its function has no value where it was asked. */
export type Fate = 'overflow' | 'undefined';

/** One random network: per layer, from layer 1; or how it blew up and the sentence that says where. */
export type Sample =
  | { readonly status: 'finite'; readonly layers: readonly Layer[] }
  | { readonly status: 'blownUp'; readonly fate: Fate; readonly message: string };

export const bins = 24;

/** One network's gradients by real backpropagation, in float64 with scaled exponents. */
export async function measure(setting: Setting, shape: Shape, seed: number): Promise<Sample> {
  if (shape.loss === 'digits') return measureDigits(setting, shape, seed);
  const { depth, width, batch } = shape;
  const activation = findActivation(setting.phi);
  const [init, norm, residual] = [initOf(setting, width), normOf(setting), skipOf(setting)];
  const flow = gradientFlow({ activation, init, depth, width, batch, seed, norm, residual, bins });
  return flow.status === 'finite' ? flow : blownUpOf(flow.failure, flow.message);
}

/** Where a signal left the numbers, in few words. */
function blownUpOf({ layer, quantity, value }: NonFinite, message: string): Sample {
  const what = { activation: 'activations', preactivation: 'pre-activations', gradient: 'gradients' }[
    quantity
  ];
  const fate = Number.isNaN(value) ? 'undefined' : 'overflow';
  if (!what) return { status: 'blownUp', fate, message };
  const end = fate === 'undefined' ? 'are no numbers' : 'leave float64';
  return { status: 'blownUp', fate, message: `layer ${layer}: its ${what} ${end}` };
}

let digits: Promise<DigitsPart> | undefined;

/** The digits that a classifier would learn from; its first `batch` rows are measured. */
export function trainingDigits(): Promise<DigitsPart> {
  digits ??= loadDigits().then((all) => splitDigits(all).train);
  return digits;
}

/** The loss of a classifier of digits instead of a random projection; the hidden layers are compared. */
async function measureDigits(setting: Setting, shape: Shape, seed: number): Promise<Sample> {
  const { depth, width, batch } = shape;
  const train = await trainingDigits();
  const input = train.inputs.slice(0, batch * 64);
  const network = new Network(
    mlp({
      sizes: [64, ...new Array<number>(depth).fill(width), 10],
      activation: findActivation(setting.phi),
      init: initOf(setting, width),
      outputInit: { type: 'xavier' },
      norm: normOf(setting),
      residual: skipOf(setting),
      seed,
    }),
  );
  try {
    const pass = network.forward(input, { training: batch > 1 });
    const outputGradient = new Float64Array(batch * 10);
    const labels = train.labels.subarray(0, batch);
    lossAndGradient('softmax-cross-entropy', pass.layers.at(-1)!.output, labels, 10, outputGradient);
    network.backward(pass, outputGradient);
    const layers = probe(network, pass, { bins }).slice(0, depth);
    const last = layers.at(-1)!.log10Delta;
    return {
      status: 'finite',
      layers: layers.map((layer) => ({ ...layer, log10Delta: layer.log10Delta - last })),
    };
  } catch (error) {
    if (!(error instanceof NonFiniteError)) throw error;
    return blownUpOf(error.where, error.message);
  }
}

export function initOf(setting: Setting, width: number): Init {
  const { sigmaW2, sigmaB2 } = ensembleOf(setting, width);
  switch (setting.init) {
    case 'pytorch':
    case 'lecun':
    case 'xavier':
    case 'he':
      return { type: setting.init };
    case 'orthogonal':
      return { type: 'orthogonal', gain: Math.sqrt(sigmaW2) };
    case 'custom':
      return { type: 'custom', sigmaW: Math.sqrt(sigmaW2), sigmaB: Math.sqrt(sigmaB2) };
  }
}

export function normOf({ norm }: Setting): NormSpec | null {
  switch (norm) {
    case 'none':
      return null;
    case 'batchBefore':
      return { type: 'batch' };
    case 'batchAfter':
      return { type: 'batch', position: 'after' };
    case 'layer':
      return { type: 'layer' };
  }
}

export const skipOf = ({ skip, scale }: Setting): ResidualSpec | null =>
  skip ? { around: 'preactivation', scale } : null;
