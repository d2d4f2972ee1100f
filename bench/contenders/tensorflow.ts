import * as tf from '@tensorflow/tfjs';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';

import type { Contender, Runner } from '../contender.ts';
import { targetRow } from '../reference.ts';
import type { Workload } from '../workloads.ts';

/** TensorFlow.js with its own optimizer; `wasmPaths` is where its wasm files are. One thread, as everyone here. */
export const tensorflow = (backend: 'cpu' | 'wasm', wasmPaths: string): Contender => ({
  name: `TensorFlow.js ${backend}`,
  version: tf.version_core,
  rule: 'batch',
  async start(workload) {
    if (backend === 'wasm') {
      setWasmPaths(wasmPaths);
      setThreadsCount(1);
      tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    }
    await tf.setBackend(backend);
    await tf.ready();
    return start(workload, backend);
  },
});

async function start(workload: Workload, backend: string): Promise<Runner> {
  const { sizes, batch } = workload;
  const outputs = sizes.at(-1)!;
  const variables = workload.weights.map((w, l) => ({
    w: tf.variable(tf.transpose(tf.tensor2d(Float32Array.from(w), [sizes[l + 1]!, sizes[l]!]))),
    b: tf.variable(tf.zeros([sizes[l + 1]!])),
  }));
  const x = tf.tensor2d(Float32Array.from(workload.inputs), [batch, sizes[0]!]);
  const rows = Array.from({ length: batch }, (_, i) => [...targetRow(workload, i, outputs)]);
  const t = tf.tensor2d(rows);
  const forward = () =>
    variables.reduce((a, { w, b }, l) => {
      const product = tf.matMul(a, w);
      // Weight gradients alone are asked for in `deep`: no biases there.
      const h = workload.loss === 'given' ? product : tf.add(product, b);
      if (l === variables.length - 1) return h;
      return workload.activation === 'relu' ? tf.relu(h) : tf.tanh(h);
    }, x);
  const loss = () => {
    const y = forward();
    if (workload.loss === 'given') return tf.sum(tf.mul(y, t));
    if (workload.loss === 'labels') return tf.losses.softmaxCrossEntropy(t, y);
    return tf.mul(tf.sum(tf.square(tf.sub(y, t))), 0.5 / batch);
  };
  const optimizer = tf.train.sgd(workload.rate);
  const use = () => tf.setBackend(backend);
  if (workload.loss !== 'given')
    return {
      step: () => optimizer.minimize(loss),
      read: () => tf.transpose(variables[0]!.w).dataSync(),
      prepare: use,
    };
  const weights = variables.map(({ w }) => w);
  let gradient: Float32Array | null = null;
  const step = () =>
    tf.tidy(() => {
      const { grads } = tf.variableGrads(loss, weights);
      gradient ??= tf.transpose(grads[variables[0]!.w.name]).dataSync();
    });
  return { step, read: () => gradient!, prepare: use };
}
