import type { Activation } from '../../src/activations/activation.ts';
import { findActivation } from '../../src/activations/index.ts';

/** A message on its way: its value before the first relay and after each one, and d(last)/d(first). */
export interface Thread {
  readonly values: readonly number[];
  /** Π w φ′(hⱼ). */
  readonly slope: number;
}

/** The 41 messages sent through one chain of equal relays. */
export interface Relay {
  readonly activation: Activation;
  readonly threads: readonly Thread[];
  /** How many different values are left, before the first relay and after each one. */
  readonly distinct: readonly number[];
}

/** 41 messages, evenly spaced in [−2, 2]; the middle one is exactly 0. */
export const messages: readonly number[] = Array.from({ length: 41 }, (_, i) => (i - 20) / 10);

/** Two messages that differ by less than this count as the same. */
export const SAME = 1e-12;

/** Counts values that differ from their next smaller neighbour by at least `SAME`; what is no number counts for nothing. */
export function countDistinct(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted.filter((value, i) => i === 0 || value - sorted[i - 1]! >= SAME).length;
}

function send(message: number, { f, df }: Activation, relays: number, w: number, b: number): Thread {
  const values = [message];
  let slope = 1;
  for (let j = 0; j < relays; j++) {
    const h = w * values[j]! + b;
    slope *= w * df(h);
    values.push(f(h));
  }
  return { values, slope };
}

/** Sends every message through `relays` units in a row, a ← φ(w a + b). */
export function relay(spec: string, relays: number, w: number, b: number): Relay {
  const activation = findActivation(spec);
  const threads = messages.map((message) => send(message, activation, relays, w, b));
  const stages = Array.from({ length: relays + 1 }, (_, j) => threads.map((t) => t.values[j]!));
  return { activation, threads, distinct: stages.map(countDistinct) };
}

/** Shown small beside the reader's choice. */
const companions = ['identity', 'step', 'relu', 'sigmoid'] as const;

export interface Relays {
  readonly main: Relay;
  /** Three other functions in the same chain. */
  readonly others: readonly Relay[];
  readonly w: number;
  readonly b: number;
}

/** The reader's function, and three others for comparison. */
export function relays(spec: string, count: number, w: number, b: number): Relays {
  const others = companions.filter((name) => name !== spec).slice(0, 3);
  return {
    main: relay(spec, count, w, b),
    others: others.map((name) => relay(name, count, w, b)),
    w,
    b,
  };
}
