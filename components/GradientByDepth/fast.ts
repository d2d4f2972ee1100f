import { findActivation } from '../../src/activations/index.ts';
import type { DigitsPart } from '../../src/datasets/digits.ts';
import { randomEnds } from '../../src/network/gradientFlow.ts';
import { histogram } from '../../src/network/histogram.ts';
import { initialise, weightDeviation } from '../../src/network/init.ts';
import { DeepFlow } from '../../src/network/kernels/deepFlow.ts';
import { type DeepFlowSpec, weightGradientCost } from '../../src/network/kernels/deepFlowMemory.ts';
import type { RandomAffine } from '../../src/network/kernels/deepFlowState.ts';
import { type Kernels, loadKernels } from '../../src/network/kernels/index.ts';
import { lossAndGradient } from '../../src/network/loss.ts';
import { NonFiniteError } from '../../src/network/nonFinite.ts';
import { type DrawKind, randomAfter, StandardDraws } from '../../src/network/standardDraws.ts';
import {
  bins,
  initOf,
  type Layer,
  normOf,
  type Sample,
  type Shape,
  skipOf,
  trainingDigits,
} from './measure.ts';
import type { Setting } from './settings.ts';

/** Steps of a measurement: between two of them the caller may stop it or see to something else. */
export type Steps<T> = Generator<void, T>;

/** The histograms of one layer. */
export type Pictures = Pick<Layer, 'preactivations' | 'activations'>;

/** Where float32 could not follow a signal, layers from 1. */
export interface Lost {
  readonly status: 'lost';
  readonly layer: number;
}

/** Kept between networks: a drag asks for the same random numbers again and again. */
export const draws = new StandardDraws();

let workspace: ReturnType<Kernels['workspace']> | undefined;

/** What has to be loaded before the steps below can run. */
export async function prepare(shape: Shape): Promise<DigitsPart | null> {
  workspace ??= (await loadKernels()).workspace();
  return shape.loss === 'digits' ? await trainingDigits() : null;
}

/**
 * The same network as `measure` draws, in float32 on the wasm kernels: the same weights up to rounding, signals and gradients
 * carried with scaled exponents. Histograms only of the layer under view, counting from 1.
 */
export function* measureFast(
  digits: DigitsPart | null,
  setting: Setting,
  shape: Shape,
  seed: number,
  layer: number,
): Steps<Sample | Lost> {
  const { flow, input, gradientOf } = yield* network(digits, setting, shape, seed);
  const seen = watcher((l) => l === layer - 1);
  const { outputs, lostAt } = yield* flow.forward(input, seen.watch);
  const gradient = outputs && gradientOf(outputs);
  if (!gradient) return { status: 'lost', layer: 1 + (lostAt ?? shape.depth) };
  const { log10Delta, log10WeightGradient, rmsPreactivation, saturated } = yield* flow.backward(gradient);
  const last = log10Delta[shape.depth - 1]!;
  const layers = Array.from({ length: shape.depth }, (_, l) => ({
    log10Delta: log10Delta[l]! - last,
    log10WeightGradient: log10WeightGradient[l]!,
    rmsPreactivation: rmsPreactivation[l]!,
    saturated: saturated[l]!,
    ...seen.pictures(l),
  }));
  return { status: 'finite', layers };
}

/** The histograms of all layers, from the way up alone; null where float32 cannot follow. */
export function* pictureFast(
  digits: DigitsPart | null,
  setting: Setting,
  shape: Shape,
  seed: number,
): Steps<readonly Pictures[] | null> {
  const { flow, input } = yield* network(digits, setting, shape, seed);
  const seen = watcher(() => true);
  const { outputs } = yield* flow.forward(input, seen.watch);
  return outputs && Array.from({ length: shape.depth }, (_, l) => seen.pictures(l));
}

function watcher(layers: (l: number) => boolean) {
  const found = new Map<
    number,
    { preactivations?: Layer['preactivations']; activations?: Layer['activations'] }
  >();
  const see = (l: number, kind: keyof Pictures, values: Float64Array): void => {
    found.set(l, { ...found.get(l), [kind]: histogram(values, bins) });
  };
  const pictures = (l: number): Pictures => ({ preactivations: null, activations: null, ...found.get(l) });
  return { watch: { layers, see }, pictures };
}

/** Multiplications that ∂L/∂W may cost in one network: above, a drag would no longer keep up with the hand. */
const affordable = 8e6;

interface Run {
  readonly flow: DeepFlow;
  readonly input: Float64Array;
  /** ∂L/∂h of the last layer, or null where the loss is not finite. */
  readonly gradientOf: (outputs: Float64Array) => Float64Array | null;
}

function* network(digits: DigitsPart | null, setting: Setting, shape: Shape, seed: number): Steps<Run> {
  const { depth, width, batch } = shape;
  const sizes = [
    ...(digits ? [64] : [width]),
    ...new Array<number>(depth).fill(width),
    ...(digits ? [10] : []),
  ];
  const norm = normOf(setting);
  const spec: DeepFlowSpec = {
    sizes,
    curve: findActivation(setting.phi),
    batch,
    norm: norm && {
      type: norm.type === 'layer' ? 'layer' : batch > 1 ? 'batch' : 'fixed',
      position: norm.position ?? 'before',
      epsilon: 1e-5,
    },
    skip: skipOf(setting)?.scale ?? null,
    weightGradients:
      depth * Math.min(...Object.values(weightGradientCost(batch, width, width))) <= affordable,
  };
  const affine = yield* affineMaps(setting, shape, sizes, seed);
  const flow = new DeepFlow(workspace!, spec, affine);
  if (digits) {
    const gradientOf = (outputs: Float64Array) => lossGradient(outputs, digits.labels.subarray(0, batch));
    return { flow, input: digits.inputs.subarray(0, batch * 64), gradientOf };
  }
  const { input, outputGradient } = endsOf(shape, seed);
  return { flow, input, gradientOf: () => outputGradient };
}

function lossGradient(outputs: Float64Array, labels: Uint8Array): Float64Array | null {
  const gradient = new Float64Array(outputs.length);
  try {
    lossAndGradient('softmax-cross-entropy', outputs, labels, 10, gradient);
    return gradient;
  } catch (error) {
    if (error instanceof NonFiniteError) return null;
    throw error;
  }
}

/** Every layer's random map, cut from the stream of `seed` as `initialise` would draw it. */
function* affineMaps(
  setting: Setting,
  { depth, width }: Shape,
  sizes: readonly number[],
  seed: number,
): Steps<(l: number) => RandomAffine> {
  const init = initOf(setting, width);
  const biased = init.type === 'pytorch' || init.type === 'custom';
  const kind: DrawKind =
    init.type === 'orthogonal'
      ? { type: 'orthogonal', inputs: sizes[0]!, width }
      : { type: init.type === 'pytorch' ? 'uniform' : 'normal' };
  const first = sizes[0]! * width + (biased ? width : 0);
  const rest = width * width + (biased ? width : 0);
  const total = first + (depth - 1) * rest;
  const values = yield* draws.take(kind, seed, total);
  const output = sizes.length - 1 > depth ? outputLayer(randomAfter(kind, seed, total), width) : null;
  return (l) => {
    if (l === depth) return output!;
    const inputs = sizes[l]!;
    const from = l === 0 ? 0 : first + (l - 1) * rest;
    const end = from + inputs * width;
    const sigmaB = init.type === 'custom' ? (init.sigmaB ?? 0) : Math.sqrt(1 / (3 * inputs));
    return {
      weights: values.subarray(from, end),
      deviation: weightDeviation(init, inputs, width),
      biases: biased ? values.subarray(end, end + width) : null,
      biasDeviation: biased ? sigmaB : 0,
    };
  };
}

/** Ten logits from Xavier weights, whatever the layers below start from. */
function outputLayer(random: ReturnType<typeof randomAfter>, width: number): RandomAffine {
  const weights = new Float64Array(10 * width);
  initialise({ type: 'xavier' }, weights, null, width, 10, random);
  return { weights: Float32Array.from(weights), deviation: 1, biases: null, biasDeviation: 0 };
}

interface Ends {
  readonly key: string;
  readonly input: Float64Array;
  readonly outputGradient: Float64Array;
}

const ends = new Map<number, Ends>();

function endsOf({ width, batch }: Shape, seed: number): Ends {
  const key = `${width} ${batch}`;
  const known = ends.get(seed);
  if (known?.key === key) return known;
  const fresh = { key, ...randomEnds(width, batch, seed) };
  ends.set(seed, fresh);
  return fresh;
}
