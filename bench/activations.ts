import type { Activation } from '../src/activations/activation.ts';
import { elu, gelu, mish, relu, sigmoid, silu, softplus, tanh } from '../src/activations/index.ts';
import { activationKind } from '../src/network/kernels/activationKind.ts';
import { type KernelPath, loadKernels } from '../src/network/kernels/index.ts';

/** Nanoseconds per element of an activation over an array that fits the first cache. */
export interface ActivationTime {
  readonly label: string;
  readonly nanoseconds: Readonly<Partial<Record<KernelPath, number>>>;
  /** Largest |error| / max(1, |f|) of the kernels over a sweep of [−20, 20]. */
  readonly error: number;
}

const COUNT = 2048;
const curves: readonly Activation[] = [relu, tanh, sigmoid, gelu, silu, elu(), softplus(), mish];

/** Every curve on every path, in turns; medians. `arrays` is the float64 formula applied to a Float32Array. */
export async function measureActivations(
  paths: readonly KernelPath[],
  rounds: number,
): Promise<ActivationTime[]> {
  const jobs: Awaited<ReturnType<typeof job>>[] = [];
  for (const curve of curves) for (const path of paths) jobs.push(await job(curve, path));
  for (let round = 0; round < rounds; round++) for (const { sample, samples } of jobs) samples.push(sample());
  return curves.map((curve) => {
    const own = jobs.filter((j) => j.curve === curve);
    const nanoseconds = Object.fromEntries(own.map(({ path, samples }) => [path, median(samples)]));
    return { label: curve.label, nanoseconds, error: Math.max(...own.map((j) => j.error)) };
  });
}

async function job(curve: Activation, path: KernelPath) {
  const workspace = (await loadKernels(path)).workspace();
  workspace.begin(curve);
  const x = workspace.reserve(COUNT);
  const y = workspace.reserve(COUNT);
  workspace.commit();
  const input = workspace.floats(x, COUNT);
  const output = workspace.floats(y, COUNT);
  for (let i = 0; i < COUNT; i++) input[i] = -20 + (40 * i) / COUNT;
  const { ops } = workspace;
  const kind = activationKind(curve);
  const run =
    kind && ops.activate
      ? () => ops.activate!(kind.kind, COUNT, x, y, 0, kind.p, kind.q, kind.r, kind.s)
      : () => curve.forward(input, output);
  const time = (turns: number): number => {
    const start = performance.now();
    for (let i = 0; i < turns; i++) run();
    return performance.now() - start;
  };
  // Some 10 ms a sample: a page's clock may tick in 0.1 ms.
  let turns = 10;
  while (time(turns) < 5) turns *= 2;
  const sample = (): number => (time(2 * turns) * 1e6) / (2 * turns) / COUNT;
  const error = input.reduce((most, value, i) => {
    const want = curve.f(value);
    return Math.max(most, Math.abs(output[i]! - want) / Math.max(1, Math.abs(want)));
  }, 0);
  return { curve, path, sample, error, samples: [] as number[] };
}

const median = (samples: number[]): number => samples.sort((a, b) => a - b)[samples.length >> 1]!;
