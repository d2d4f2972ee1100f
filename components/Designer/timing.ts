import { costScore } from '../../src/activations/properties/scorecard.ts';

/** One pass over the inputs, by a plain copy, a sigmoid and the function in question. */
export interface Runs {
  readonly copy: () => void;
  readonly sigmoid: () => void;
  readonly f: () => void;
}

/** Milliseconds, from any start; given, so that a test can count instead of waiting. */
export type Clock = () => number;

// Short, so that few samples are interrupted by other programs; clocks of workers tick every 0.1 ms in some browsers.
const SAMPLE = 1;
// Compilers take a function in hand once it has run for a while.
const WARM = 12;
export const ROUNDS = 61;

const names = ['copy', 'sigmoid', 'f'] as const;

/** Milliseconds that one pass of each took. */
export type Round = Readonly<Record<keyof Runs, number>>;

/**
 * The times of each round, after a warm-up. In every round each of the three is timed once, and each takes its turn to be
 * the first, so that a machine that slows down or speeds up does so for all alike.
 */
export function timesOf(runs: Runs, clock: Clock, rounds = ROUNDS): Round[] {
  const passes = { copy: 0, sigmoid: 0, f: 0 };
  for (const name of names) passes[name] = warmUp(runs[name], clock);
  return Array.from({ length: rounds }, (_, round) => {
    const time = { copy: 0, sigmoid: 0, f: 0 };
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length]!;
      time[name] = timeOf(runs[name], passes[name], clock);
    }
    return time;
  });
}

/** M4: C = 1/(1 + ρ), ρ = (t_f − t_copy)/(t_sigmoid − t_copy) of the medians over all rounds. */
export function costOf(rounds: readonly Round[]): number {
  const median = (name: keyof Runs) => medianOf(rounds.map((round) => round[name]));
  return costScore({ f: median('f'), copy: median('copy'), sigmoid: median('sigmoid') });
}

/** Runs until it is warm; returns the passes that fill a sample. */
function warmUp(run: () => void, clock: Clock): number {
  const start = clock();
  let passes = 0;
  let spent = 0;
  for (let next = 1; spent < WARM; next *= 2) {
    for (let i = 0; i < next; i++) run();
    passes += next;
    spent = clock() - start;
  }
  return Math.max(1, Math.ceil((SAMPLE * passes) / spent));
}

function timeOf(run: () => void, passes: number, clock: Clock): number {
  const start = clock();
  for (let i = 0; i < passes; i++) run();
  return (clock() - start) / passes;
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((p, q) => p - q)[Math.floor(values.length / 2)]!;
