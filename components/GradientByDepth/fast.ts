import { findActivation } from '../../src/activations/index.ts';
import { randomEnds } from '../../src/network/gradientFlow.ts';
import { histogram } from '../../src/network/histogram.ts';
import { initialise } from '../../src/network/init.ts';
import { FastGradientFlow, type Kernels, loadKernels } from '../../src/network/kernels/index.ts';
import { createReplayedRandom } from '../../src/network/replayedRandom.ts';
import { bins, initOf, type Sample, type Shape } from './measure.ts';
import type { Setting } from './settings.ts';

/** Whether float32 kernels can measure a setting: plain layers under a random projection. */
export const isPlain = (setting: Setting, shape: Shape): boolean =>
  setting.norm === 'none' && !setting.skip && shape.loss === 'projection';

interface Ends {
  readonly key: string;
  readonly input: Float64Array;
  readonly outputGradient: Float64Array;
}

/** A few networks' random ends are kept: a drag asks for the same ones again and again. */
const ends = new Map<number, Ends>();

function endsOf({ width, batch }: Shape, seed: number): Ends {
  const key = `${width} ${batch}`;
  const known = ends.get(seed);
  if (known?.key === key) return known;
  const fresh = { key, ...randomEnds(width, batch, seed) };
  ends.set(seed, fresh);
  return fresh;
}

/** Multiplications that ∂L/∂W may cost in one network: above, a drag would no longer keep up with the hand. */
const affordable = 8e6;

let workspace: ReturnType<Kernels['workspace']> | undefined;

/**
 * The same network as `measure` draws, in float32 on the wasm kernels: the same weights up to rounding, gradients carried
 * with scaled exponents. Histograms only of the layer under view.
 */
export async function measureFast(
  setting: Setting,
  shape: Shape,
  seed: number,
  layer: number,
): Promise<Sample> {
  const { depth, width, batch } = shape;
  workspace ??= (await loadKernels()).workspace();
  const flow = new FastGradientFlow(workspace, {
    sizes: new Array<number>(depth + 1).fill(width),
    activation: findActivation(setting.phi),
    batch,
    weightGradients: depth * width * width * batch <= affordable,
  });
  const random = createReplayedRandom(seed);
  const weights = new Float64Array(width * width);
  const biases = new Float64Array(width);
  for (let l = 0; l < depth; l++) {
    initialise(initOf(setting, width), weights, biases, width, width, random);
    flow.setLayer(l, weights, biases);
  }
  const { input, outputGradient } = endsOf(shape, seed);
  const run = flow.run(input, outputGradient, layer - 1);
  if (run.overflow !== null) {
    return { status: 'overflow', message: `layer ${run.overflow + 1}: its pre-activations leave float32` };
  }
  const watched = run.watched!;
  const last = run.log10Delta.at(-1)!;
  return {
    status: 'finite',
    layers: Array.from(run.log10Delta, (log10, l) => ({
      log10Delta: log10 - last,
      log10WeightGradient: run.log10WeightGradient[l]!,
      rmsPreactivation: run.rmsPreactivation[l]!,
      saturated: run.saturated[l]!,
      preactivations: l === layer - 1 ? histogram(Float64Array.from(watched.preactivations), bins) : null,
      activations: l === layer - 1 ? histogram(Float64Array.from(watched.activations), bins) : null,
    })),
  };
}
