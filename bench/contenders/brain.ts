import NeuralNetwork from 'brain.js/dist/neural-network.js';
import type { Contender } from '../contender.ts';
import { targetRow } from '../reference.ts';

/** brain.js: a step per sample, squared error, the same activation on the output. */
export const brain = (version: string): Contender => ({
  name: 'brain.js',
  version,
  rule: 'online',
  async start(workload) {
    const { sizes, batch } = workload;
    const network = new (NeuralNetwork.default ?? NeuralNetwork)({ activation: workload.activation });
    network.sizes = [...sizes];
    network.initialize();
    network.trainOpts.learningRate = workload.rate;
    network.trainOpts.momentum = 0;
    workload.weights.forEach((w, l) => {
      const inputs = sizes[l]!;
      network.weights[l + 1].forEach((_: unknown, j: number) => {
        network.weights[l + 1][j] = w.slice(j * inputs, (j + 1) * inputs);
        network.biases[l + 1][j] = 0;
      });
    });
    const samples = Array.from({ length: batch }, (_, i) => ({
      input: workload.inputs.slice(i * sizes[0]!, (i + 1) * sizes[0]!),
      output: targetRow(workload, i, sizes.at(-1)!),
    }));
    return {
      step: () => {
        for (const sample of samples) network.trainPattern(sample);
      },
      read: () => network.weights[1].flatMap((row: Float64Array) => [...row]),
    };
  },
});
