import type { Contender } from './contender.ts';
import type { Workload } from './workloads.ts';

/**
 * What `Runner.read` should answer, in float64 by the plainest loops.
 * `batch`: one step on the mean gradient. `online`: one step after each sample on the squared error, with the activation on
 * the output layer as well, as brain.js does.
 */
export function reference(workload: Workload, rule: Contender['rule']): Float64Array {
  const online = rule === 'online';
  const net = copy(workload);
  const sums = workload.weights.map((w) => new Float64Array(w.length));
  const biasSums = workload.sizes.slice(1).map((units) => new Float64Array(units));
  for (let s = 0; s < workload.batch; s++) {
    const gradient = sampleGradient(workload, net, s, online);
    gradient.weights.forEach((g, l) => {
      addScaled(online ? net.weights[l]! : sums[l]!, g, online ? -workload.rate : 1);
      addScaled(online ? net.biases[l]! : biasSums[l]!, gradient.biases[l]!, online ? -workload.rate : 1);
    });
  }
  if (online) return net.weights[0]!;
  if (workload.loss === 'given') return sums[0]!;
  addScaled(net.weights[0]!, sums[0]!, -workload.rate / workload.batch);
  return net.weights[0]!;
}

interface Net {
  readonly weights: Float64Array[];
  readonly biases: Float64Array[];
}

const copy = (workload: Workload): Net => ({
  weights: workload.weights.map((w) => w.slice()),
  biases: workload.sizes.slice(1).map((units) => new Float64Array(units)),
});

function sampleGradient(workload: Workload, net: Net, sample: number, online: boolean): Net {
  const { sizes } = workload;
  const value = workload.activation === 'relu' ? (h: number) => Math.max(h, 0) : Math.tanh;
  const slope =
    workload.activation === 'relu' ? (a: number) => (a > 0 ? 1 : 0) : (a: number) => (1 - a) * (1 + a);
  const last = sizes.length - 2;
  const a = [workload.inputs.slice(sample * sizes[0]!, (sample + 1) * sizes[0]!)];
  net.weights.forEach((w, l) => {
    const h = Float64Array.from(net.biases[l]!, (bias, j) => bias + dot(w, j * sizes[l]!, a[l]!));
    a.push(l < last || online ? h.map(value) : h);
  });
  let delta = outputGradient(workload, a.at(-1)!, sample, online);
  if (online) delta = delta.map((d, j) => d * slope(a.at(-1)![j]!));
  const out = { weights: [...net.weights], biases: [...net.biases] };
  for (let l = last; l >= 0; l--) {
    const x = a[l]!;
    const w = net.weights[l]!;
    out.weights[l] = Float64Array.from(w, (_, i) => delta[Math.floor(i / x.length)]! * x[i % x.length]!);
    out.biases[l] = delta;
    delta = x.map(
      (value, i) => slope(value) * delta.reduce((sum, d, j) => sum + d * w[j * x.length + i]!, 0),
    );
  }
  return out;
}

function outputGradient(workload: Workload, y: Float64Array, sample: number, online: boolean): Float64Array {
  const targets = targetRow(workload, sample, y.length);
  if (workload.loss === 'given' && !online) return targets;
  if (workload.loss !== 'labels' || online) return y.map((value, j) => value - targets[j]!);
  const total = y.reduce((sum, value) => sum + Math.exp(value), 0);
  return y.map((value, j) => Math.exp(value) / total - targets[j]!);
}

/** A sample's targets, labels as a row with a single 1. */
export function targetRow({ loss, targets }: Workload, sample: number, outputs: number): Float64Array {
  if (loss !== 'labels') return targets.slice(sample * outputs, (sample + 1) * outputs);
  return Float64Array.from({ length: outputs }, (_, j) => (j === targets[sample] ? 1 : 0));
}

function dot(w: Float64Array, first: number, x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += w[first + i]! * x[i]!;
  return sum;
}

function addScaled(y: Float64Array, x: Float64Array, factor: number): void {
  for (let i = 0; i < y.length; i++) y[i] = y[i]! + factor * x[i]!;
}
