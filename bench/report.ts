import { cpus, loadavg } from 'node:os';
import type { Effort, Measurement } from './measure.ts';
import type { SuiteResults } from './suite.ts';
import { type Workload, workloads } from './workloads.ts';

interface EngineResults {
  readonly engine: string;
  readonly results: SuiteResults;
}

/** The tables of bench/results.md. */
export function report({ rounds, milliseconds }: Effort, engines: readonly EngineResults[]): string {
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${process.platform} ${process.arch}`;
  return `# Float32 networks, side by side

Written by \`npm run bench\`. ${machine}; every library on one thread. Medians of ${rounds} turns of ${milliseconds} ms each, all
contenders taking turns, after warm-up; *spread* is first to third quartile. Before it is timed, each library takes one step
that must agree with a float64 reference to 0.1 % of the largest change; *error* is what it showed. *Peak* is the best
register-only multiply-add loop of the same run on the same thread. brain.js takes a step per sample, the others one per batch.
In *deep* this core measures every layer besides, and is checked by the norm of the gradient, which is what it keeps.
ratio = time ÷ time of this core on its best path.

${weather()}

${engines.map(section).join('\n')}`;
}

/** What else the machine did: medians of a busy one say little about the code, *least* still does. */
function weather(): string {
  const [, , load = 0] = loadavg();
  // Windows does not count it.
  if (load === 0) return 'The load of the machine is not known.';
  const busy = load > 1.5;
  const advice = busy
    ? 'Other programs ran beside it: medians are high, *least* is closer to the code.'
    : 'The machine was otherwise idle.';
  return `Load of the machine over the last quarter of an hour: ${load.toFixed(1)} on ${cpus().length} processors. ${advice}`;
}

function section({ engine, results }: EngineResults): string {
  const { peaks } = results;
  const gflops = (value: number | null): string =>
    value === null ? 'not supported' : `${value.toFixed(1)} GFLOP/s`;
  return `## ${engine}

Peak of one thread: fused multiply-add ${gflops(peaks.relaxed)}, multiply and add ${gflops(peaks.simd)}.

${workloads.map((workload) => table(workload, results)).join('\n')}
${summary(results)}
### Activations over 2,048 floats, ns per element

| | ${results.paths.join(' | ')} | largest error |
|---|${results.paths.map(() => '---:|').join('')}---:|
${results.activations
  .map(({ label, nanoseconds, error }) =>
    row([label, ...results.paths.map((path) => nanoseconds[path]!.toFixed(2)), error.toExponential(1)]),
  )
  .join('\n')}
`;
}

function table(workload: Workload, { measurements, peaks }: SuiteResults): string {
  const rows = measurements.filter((m) => m.workload === workload.name).sort((a, b) => a.median - b.median);
  const peak = Math.max(peaks.relaxed ?? 0, peaks.simd ?? 0);
  const lines = rows.map((m) => {
    const rate = workload.flops / m.median / 1e6;
    return row([
      `${m.contender} ${m.version}`.trim(),
      time(m.median),
      `${time(m.quartiles[0])} – ${time(m.quartiles[1])}`,
      time(m.least),
      rate.toFixed(rate < 1 ? 2 : 1),
      `${((100 * rate) / peak).toFixed(rate / peak < 0.1 ? 1 : 0)} %`,
      (m.median / rows[0]!.median).toFixed(1),
      m.error.toExponential(1),
    ]);
  });
  return `### ${workload.name}: ${workload.title}

| | median | spread | least | GFLOP/s | of peak | ratio | error |
|---|---:|---:|---:|---:|---:|---:|---:|
${lines.join('\n')}
`;
}

/** The ratios to the fastest peer and to TensorFlow.js wasm, and the frame of a hundred layers. */
function summary({ measurements, flow, peaks }: SuiteResults): string {
  const peak = Math.max(peaks.relaxed ?? 0, peaks.simd ?? 0);
  const ratios = workloads.map(({ name, flops }) => {
    const own = measurements.filter((m) => m.workload === name);
    const core = fastest(own.filter((m) => m.version === ''));
    const peer = fastest(own.filter((m) => m.version !== ''));
    const tensorflow = fastest(own.filter((m) => m.contender === 'TensorFlow.js wasm'));
    const times = (m: Measurement): string => (m.median / core.median).toFixed(1);
    const share = (milliseconds: number): string => (flops / milliseconds / 1e4 / peak).toFixed(0);
    return `- ${name}: ${times(peer)} × the fastest peer (${peer.contender}), ${times(tensorflow)} × TensorFlow.js wasm, ${share(core.median)} % of the peak (${share(core.least)} % at its least)`;
  });
  const frames = Object.entries(flow).map(([path, ms]) => `${path} ${ms.toFixed(1)} ms`);
  return `Speed of this core:
${ratios.join('\n')}
- 100 layers × 64 tanh, batch 128, forward, backward and all statistics: ${frames.join(', ')}
`;
}

const fastest = (list: readonly Measurement[]): Measurement =>
  list.reduce((best, m) => (m.median < best.median ? m : best));

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Milliseconds in the unit that suits them. */
function time(milliseconds: number): string {
  if (milliseconds < 0.1) return `${(milliseconds * 1000).toPrecision(3)} µs`;
  return `${milliseconds.toPrecision(3)} ms`;
}
