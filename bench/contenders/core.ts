import { relu, tanh } from '../../src/activations/index.ts';
import { FastGradientFlow, FastMlp, type KernelPath, loadKernels } from '../../src/network/kernels/index.ts';
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

async function flow(path: KernelPath, workload: Workload): Promise<Runner> {
  const { sizes, batch } = workload;
  const network = new FastGradientFlow((await loadKernels(path)).workspace(), {
    sizes,
    batch,
    activation: workload.activation === 'relu' ? relu : tanh,
    keepGradients: true,
    statistics: false,
  });
  workload.weights.forEach((w, l) => {
    network.setLayer(l, w);
  });
  const inputs = Float32Array.from(workload.inputs);
  const top = Float32Array.from(workload.targets);
  return { step: () => network.run(inputs, top), read: () => network.weightGradient(0) };
}
