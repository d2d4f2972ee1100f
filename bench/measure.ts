import type { Contender, Runner } from './contender.ts';
import { reference } from './reference.ts';
import type { Workload } from './workloads.ts';

/** Times of one contender on one workload, in milliseconds a step. */
export interface Measurement {
  readonly workload: Workload['name'];
  readonly contender: string;
  readonly version: string;
  readonly median: number;
  readonly least: number;
  /** First and third quartile. */
  readonly quartiles: readonly [number, number];
  /** Largest error of the first step against the float64 reference, relative to its largest change. */
  readonly error: number;
}

/** Rounds, and how long each contender runs in each of them. */
export interface Effort {
  readonly rounds: number;
  readonly milliseconds: number;
}

interface Entrant {
  readonly contender: Contender;
  readonly runner: Runner;
  readonly error: number;
  readonly samples: number[];
  steps: number;
}

/** Checks every contender, warms it up, then lets them take turns so that all suffer the same weather. */
export async function measure(
  workload: Workload,
  contenders: readonly Contender[],
  effort: Effort,
): Promise<Measurement[]> {
  const entrants: Entrant[] = [];
  for (const contender of contenders) entrants.push(await enter(workload, contender, effort));
  for (let round = 0; round < effort.rounds; round++) {
    for (const entrant of entrants) entrant.samples.push(await time(entrant.runner, entrant.steps));
  }
  return entrants.map(({ contender, error, samples }) => {
    samples.sort((a, b) => a - b);
    const at = (share: number): number => samples[Math.round(share * (samples.length - 1))]!;
    return {
      workload: workload.name,
      contender: contender.name,
      version: contender.version,
      median: at(0.5),
      least: at(0),
      quartiles: [at(0.25), at(0.75)],
      error,
    };
  });
}

async function enter(workload: Workload, contender: Contender, effort: Effort): Promise<Entrant> {
  const runner = await contender.start(workload);
  await runner.prepare?.();
  await runner.step();
  const error = errorOf(workload, contender, await runner.read(), runner.reads === 'norm');
  if (!(error < 1e-3))
    throw new Error(`${contender.name} computes something else: error ${error} on ${workload.name}`);
  // Warm up for twice a turn, counting the steps that fit in one.
  await time(runner, 1);
  let steps = 1;
  let spent = 0;
  const until = performance.now() + 2 * effort.milliseconds;
  do {
    spent = await time(runner, steps);
    steps = Math.max(1, Math.min(4 * steps, Math.round(effort.milliseconds / Math.max(spent, 1e-5))));
  } while (performance.now() < until);
  return { contender, runner, error, samples: [], steps };
}

function errorOf(workload: Workload, contender: Contender, got: ArrayLike<number>, norm: boolean): number {
  const numbers = reference(workload, contender.rule);
  const want = norm ? Float64Array.of(Math.hypot(...numbers)) : numbers;
  const gradient = workload.loss === 'given' && contender.rule === 'batch';
  const before = gradient ? want.map(() => 0) : workload.weights[0]!;
  const change = want.reduce((most, w, i) => Math.max(most, Math.abs(w - before[i]!)), 0);
  const wrong = want.reduce((most, w, i) => Math.max(most, Math.abs(got[i]! - w)), 0);
  return got.length === want.length ? wrong / change : Number.NaN;
}

/** Milliseconds a step. */
async function time(runner: Runner, steps: number): Promise<number> {
  await runner.prepare?.();
  const start = performance.now();
  for (let i = 0; i < steps; i++) {
    const pending = runner.step();
    if (pending instanceof Promise) await pending;
  }
  return (performance.now() - start) / steps;
}
