import { blockUntilReady, defaultDevice, grad, init, type JaxArray, jit, nn, numpy as np } from '@jax-js/jax';
import type { Contender, Runner } from '../contender.ts';
import { targetRow } from '../reference.ts';
import type { Workload } from '../workloads.ts';

type Arrays = JaxArray[];

/** jax-js on its WebAssembly device, the whole step compiled by `jit`. */
export const jax = (version: string): Contender => ({
  name: 'jax-js wasm, jit',
  version,
  rule: 'batch',
  async start(workload) {
    await init('wasm');
    defaultDevice('wasm');
    return start(workload);
  },
});

function start(workload: Workload): Runner {
  const { sizes, batch, rate } = workload;
  const outputs = sizes.at(-1)!;
  const weights = workload.weights.map((w, l) =>
    np.array(Float32Array.from(w)).reshape([sizes[l + 1]!, sizes[l]!]),
  );
  // Weight gradients alone are asked for in `deep`; biases would cost it half as much again.
  const biases = workload.loss === 'given' ? [] : sizes.slice(1).map((units) => np.zeros([units]));
  let parameters: Arrays = [...weights, ...biases];
  const x = np.array(Float32Array.from(workload.inputs)).reshape([batch, sizes[0]!]);
  const rows = Array.from({ length: batch }, (_, i) => [...targetRow(workload, i, outputs)]).flat();
  const t = np.array(Float32Array.from(rows)).reshape([batch, outputs]);
  const gradient = grad((p: Arrays, x: JaxArray, t: JaxArray) => lossOf(workload, p, x, t));
  if (workload.loss === 'given') {
    const all = jit((p: Arrays, x: JaxArray, t: JaxArray) => gradient(p, x, t));
    let first: Arrays = [];
    const step = async (): Promise<void> => {
      for (const g of first) g.dispose();
      first = all(refs(parameters), x.ref, t.ref);
      await blockUntilReady(first);
    };
    return { step, read: () => first[0]!.ref.data() };
  }
  const update = jit((p: Arrays, x: JaxArray, t: JaxArray) => {
    const g = gradient(refs(p), x, t);
    return p.map((w, i) => w.sub(g[i]!.mul(rate)));
  });
  const step = async (): Promise<void> => {
    parameters = update(parameters, x.ref, t.ref);
    await blockUntilReady(parameters);
  };
  return { step, read: () => parameters[0]!.ref.data() };
}

const refs = (arrays: Arrays): Arrays => arrays.map((array) => array.ref);

function lossOf(workload: Workload, parameters: Arrays, x: JaxArray, t: JaxArray): JaxArray {
  const { batch } = workload;
  const layers = workload.weights.length;
  let y = x;
  for (let l = 0; l < layers; l++) {
    y = np.dot(y, parameters[l]!.transpose());
    const bias = parameters[layers + l];
    if (bias) y = y.add(bias);
    if (l < layers - 1) y = workload.activation === 'relu' ? nn.relu(y) : np.tanh(y);
  }
  if (workload.loss === 'given') return y.mul(t).sum();
  if (workload.loss === 'labels')
    return nn
      .logSoftmax(y)
      .mul(t)
      .sum()
      .mul(-1 / batch);
  return np
    .square(y.sub(t))
    .sum()
    .mul(0.5 / batch);
}
