import convnetjs from 'convnetjs';
import type { Contender } from '../contender.ts';
import { targetRow } from '../reference.ts';
import type { Workload } from '../workloads.ts';

/** ConvNetJS with its SGD trainer; `deep` runs forward and backward passes only and lets the gradients pile up. */
export const convnet = (version: string): Contender => ({
  name: 'ConvNetJS',
  version,
  rule: 'batch',
  async start(workload) {
    const { sizes, batch } = workload;
    const network = build(workload);
    const filters = (layer: { filters: { w: Float64Array; dw: Float64Array }[] }) => layer.filters;
    const dense = network.layers.filter((layer: { layer_type: string }) => layer.layer_type === 'fc');
    workload.weights.forEach((w, l) => {
      filters(dense[l]).forEach((filter, j) => {
        filter.w.set(w.subarray(j * sizes[l]!, (j + 1) * sizes[l]!));
      });
      dense[l].biases.w.fill(0);
    });
    const inputs = Array.from({ length: batch }, (_, i) => volume(workload, i));
    const deep = workload.loss === 'given';
    const targets = inputs.map((x, i) => target(workload, i, deep ? network.forward(x).w : []));
    const trainer = new convnetjs.SGDTrainer(network, {
      learning_rate: workload.rate,
      momentum: 0,
      batch_size: batch,
      l2_decay: 0,
    });
    const pass = (x: unknown, i: number) => {
      if (!deep) return trainer.train(x, targets[i]);
      network.forward(x, true);
      network.backward(targets[i]);
    };
    let first: number[] | null = null;
    return {
      step: () => {
        inputs.forEach(pass);
        first ??= filters(dense[0]).flatMap((filter) => [...(deep ? filter.dw : filter.w)]);
      },
      read: () => first!,
    };
  },
});

// biome-ignore lint/suspicious/noExplicitAny: the library has no types
function build(workload: Workload): any {
  const { sizes, activation } = workload;
  const outputs = sizes.at(-1)!;
  const hidden = sizes.slice(1, -1).map((units) => ({ type: 'fc', num_neurons: units, activation }));
  const last =
    workload.loss === 'labels'
      ? { type: 'softmax', num_classes: outputs }
      : { type: 'regression', num_neurons: outputs };
  const network = new convnetjs.Net();
  network.makeLayers([{ type: 'input', out_sx: 1, out_sy: 1, out_depth: sizes[0]! }, ...hidden, last]);
  return network;
}

function volume(workload: Workload, sample: number): { w: Float64Array } {
  const inputs = workload.sizes[0]!;
  const x = new convnetjs.Vol(1, 1, inputs, 0);
  x.w.set(workload.inputs.subarray(sample * inputs, (sample + 1) * inputs));
  return x;
}

/** Its regression layer passes y − t down: for a given gradient g, t is y − g. */
function target(workload: Workload, sample: number, y: ArrayLike<number>): number | number[] {
  if (workload.loss === 'labels') return workload.targets[sample]!;
  const row = [...targetRow(workload, sample, workload.sizes.at(-1)!)];
  return workload.loss === 'given' ? row.map((g, j) => y[j]! - g) : row;
}
