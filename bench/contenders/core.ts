import { relu, tanh } from '../../src/activations/index.ts';
import { DeepFlow } from '../../src/network/kernels/deepFlow.ts';
import { FastMlp, type KernelPath, loadKernels } from '../../src/network/kernels/index.ts';
import type { Contender, Runner } from '../contender.ts';
import type { Workload } from '../workloads.ts';

const labels: Record<KernelPath, string> = {
  relaxed: 'this core, relaxed SIMD',
  simd: 'this core, plain SIMD',
  arrays: 'this core, typed arrays',
};

/** This project's kernels on one path. */
export const core = (path: KernelPath): Contender => ({
  name: labels[path],
  version: '',
  rule: 'batch',
  start: (workload) => (workload.loss === 'given' ? flow(path, workload) : training(path, workload)),
});

async function training(path: KernelPath, workload: Workload): Promise<Runner> {
  const { sizes, batch, rate } = workload;
  const squares = workload.loss === 'squares';
  const network = new FastMlp((await loadKernels(path)).workspace(), {
    sizes,
    batch,
    activation: workload.activation === 'relu' ? relu : tanh,
    loss: squares ? 'mse' : 'softmax-cross-entropy',
  });
  workload.weights.forEach((w, l) => {
    network.setLayer(l, w);
  });
  const inputs = Float32Array.from(workload.inputs);
  const targets = squares ? Float32Array.from(workload.targets) : Int32Array.from(workload.targets);
  // The core's MSE has no factor ½.
  const options = { rate: squares ? rate / 2 : rate };
  return { step: () => network.step(inputs, targets, options), read: () => network.weights(0) };
}

/** All weight gradients of a pass, of which a flow keeps the norms. */
async function flow(path: KernelPath, workload: Workload): Promise<Runner> {
  const { sizes, batch } = workload;
  const weights = workload.weights.map((w) => Float32Array.from(w));
  const curve = workload.activation === 'relu' ? relu : tanh;
  const network = new DeepFlow((await loadKernels(path)).workspace(), { sizes, curve, batch }, (l) => ({
    weights: weights[l]!,
    deviation: 1,
    biases: null,
    biasDeviation: 0,
  }));
  const inputs = Float32Array.from(workload.inputs);
  const top = Float64Array.from(workload.targets);
  const step = () => {
    drain(network.forward(inputs));
    return drain(network.backward(top));
  };
  return { step, read: () => [10 ** step().log10WeightGradient[0]!], reads: 'norm' };
}

/** Runs a generator to its end. */
export function drain<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
