import { tanh } from '../src/activations/index.ts';
import { createRandom } from '../src/math/random.ts';
import { DeepFlow } from '../src/network/kernels/deepFlow.ts';
import { type KernelPath, loadKernels } from '../src/network/kernels/index.ts';
import { type ActivationTime, measureActivations } from './activations.ts';
import type { Contender } from './contender.ts';
import { brain } from './contenders/brain.ts';
import { convnet } from './contenders/convnet.ts';
import { core, drain } from './contenders/core.ts';
import { jax } from './contenders/jax.ts';
import { tensorflow } from './contenders/tensorflow.ts';
import { type Effort, type Measurement, measure } from './measure.ts';
import { measurePeak } from './peak.ts';
import { workloads } from './workloads.ts';

export interface SuiteOptions {
  readonly effort: Effort;
  /** Where TensorFlow.js finds its wasm files. */
  readonly wasmPaths: string;
  /** Of the libraries that do not tell themselves. */
  readonly versions: Readonly<Record<'jax' | 'brain' | 'convnet', string>>;
  /** The peak loops, base64. */
  readonly peaks: Readonly<Record<'relaxed' | 'simd', string>>;
}

export interface SuiteResults {
  readonly paths: readonly KernelPath[];
  /** GFLOP/s; null when the engine lacks the instructions. */
  readonly peaks: Readonly<Record<'relaxed' | 'simd', number | null>>;
  readonly measurements: readonly Measurement[];
  readonly activations: readonly ActivationTime[];
  /** Milliseconds of forward, backward and all statistics of 100 layers × 64, batch 128. */
  readonly flow: Readonly<Partial<Record<KernelPath, number>>>;
}

/** All measurements of one engine, one after the other; runs in Node and in a page. */
export async function runSuite(options: SuiteOptions): Promise<SuiteResults> {
  const { effort } = options;
  const paths = await supportedPaths();
  const before = await peaksOf(options);
  const measurements: Measurement[] = [];
  for (const workload of workloads)
    measurements.push(...(await measure(workload, contenders(paths, options), effort)));
  const activations = await measureActivations(paths, effort.rounds);
  const flow: Partial<Record<KernelPath, number>> = {};
  for (const path of paths) flow[path] = await measureFlow(path, path === 'arrays' ? 3 : effort.rounds);
  const after = await peaksOf(options);
  const best = (path: 'relaxed' | 'simd'): number | null =>
    before[path] === null ? null : Math.max(before[path], after[path] ?? 0);
  return { paths, peaks: { relaxed: best('relaxed'), simd: best('simd') }, measurements, activations, flow };
}

function contenders(paths: readonly KernelPath[], { wasmPaths, versions }: SuiteOptions): Contender[] {
  return [
    ...paths.map(core),
    jax(versions.jax),
    tensorflow('wasm', wasmPaths),
    tensorflow('cpu', wasmPaths),
    brain(versions.brain),
    convnet(versions.convnet),
  ];
}

async function supportedPaths(): Promise<KernelPath[]> {
  const all = ['relaxed', 'simd', 'arrays'] as const;
  const settled = await Promise.allSettled(all.map((path) => loadKernels(path)));
  return all.filter((_, i) => settled[i]!.status === 'fulfilled');
}

async function peaksOf({ peaks, effort }: SuiteOptions): Promise<Record<'relaxed' | 'simd', number | null>> {
  const bytes = (text: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  return {
    relaxed: await measurePeak(bytes(peaks.relaxed), effort.rounds),
    simd: await measurePeak(bytes(peaks.simd), effort.rounds),
  };
}

async function measureFlow(path: KernelPath, rounds: number): Promise<number> {
  const width = 64;
  const batch = 128;
  const sizes = Array<number>(101).fill(width);
  const random = createRandom(1);
  const normal = (count: number, deviation: number): Float32Array =>
    Float32Array.from({ length: count }, () => deviation * random.normal());
  const weights = Array.from({ length: 100 }, () => normal(width * width, 1));
  const inputs = normal(batch * width, 1);
  const top = Float64Array.from(normal(batch * width, 1));
  const flow = new DeepFlow((await loadKernels(path)).workspace(), { sizes, curve: tanh, batch }, (l) => ({
    weights: weights[l]!,
    deviation: 1 / 8,
    biases: null,
    biasDeviation: 0,
  }));
  const samples: number[] = [];
  for (let round = 0; round < rounds + 3; round++) {
    const start = performance.now();
    drain(flow.forward(inputs));
    drain(flow.backward(top));
    if (round >= 3) samples.push(performance.now() - start);
  }
  return samples.sort((a, b) => a - b)[samples.length >> 1]!;
}
