import { checkData, createBatches, type Data } from './data.ts';
import type { Loss } from './loss.ts';
import type { Network, Pass } from './network.ts';
import { type NonFinite, NonFiniteError } from './nonFinite.ts';
import { createOptimizer, type Optimizer, type OptimizerSpec } from './optimizer.ts';
import { captureState, restoreState, type TrainingState } from './trainingState.ts';
import { createStep, type StepResult } from './trainingStep.ts';

export interface TrainingOptions {
  /** Trained in place. */
  readonly network: Network;
  readonly data: Data;
  readonly loss: Loss;
  readonly optimizer: OptimizerSpec;
  /** Rows per step; default 32. Infinity takes all of them. */
  readonly batchSize?: number;
  /** Seeds the shuffles; default 1. */
  readonly seed?: number;
  /** Total number of steps; default Infinity: until stopped. */
  readonly steps?: number;
  /** Continues a run with the same options bit for bit. */
  readonly state?: TrainingState;
  /** Most steps per tick; default Infinity: as many as the budget allows. */
  readonly speed?: number;
  /** Milliseconds a tick may take, default 8: half a frame. One step at least is taken. */
  readonly budget?: number;
  /** Milliseconds from any origin; default `performance.now`. */
  readonly clock?: () => number;
  /** Resolves when the next tick may start; default a timer, which lets the page draw. */
  readonly nextTick?: () => Promise<void>;
}

/** Why and where a run ended early. */
export interface Failure extends NonFinite {
  /** The step that failed, counted from 1. */
  readonly step: number;
  readonly message: string;
}

export type Status = 'running' | 'paused' | 'finished' | 'stopped' | 'failed';

/** What happened since the snapshot before. */
export interface Snapshot {
  readonly status: Status;
  /** Steps done in all, and the epochs they make. */
  readonly step: number;
  readonly epoch: number;
  /** Training loss of each step since the last snapshot, oldest first. */
  readonly losses: readonly number[];
  /** log₁₀ of the gradient's norm in the last step. */
  readonly log10Gradient: number;
  readonly failure: Failure | null;
}

/**
 * A training run: an async iterable of snapshots, one per tick, that can be paused, stepped, stopped and resumed.
 * Leaving the loop keeps the run; iterating again goes on.
 */
export class Training implements AsyncIterable<Snapshot> {
  readonly network: Network;
  readonly optimizer: Optimizer;
  readonly #steps: number;
  readonly #budget: number;
  readonly #clock: () => number;
  readonly #nextTick: () => Promise<void>;
  readonly #stepsPerEpoch: number;
  readonly #oneStep: (step: number) => StepResult;
  #speed: number;
  #status: Status = 'running';
  #step = 0;
  /** Steps a paused run may still take. */
  #granted = 0;
  #log10Gradient = NaN;
  #pass: Pass | null = null;
  #failure: Failure | null = null;
  /** Loops that wait for a paused run to go on. */
  #waiting: (() => void)[] = [];

  /** Throws RangeError or NonFiniteError for bad data, sizes or rates, and for a state of another network. */
  constructor(options: TrainingOptions) {
    const { network, data, loss } = options;
    const rows = checkData(network, data, loss);
    const batches = createBatches(data, rows, options.batchSize ?? 32, options.seed ?? 1);
    this.network = network;
    this.optimizer = createOptimizer(options.optimizer, network.parameters.length);
    this.#stepsPerEpoch = batches.perEpoch;
    this.#oneStep = createStep(network, batches, loss, this.optimizer);
    this.#speed = checkSpeed(options.speed ?? Infinity);
    this.#steps = options.steps ?? Infinity;
    this.#budget = options.budget ?? 8;
    this.#clock = options.clock ?? (() => performance.now());
    this.#nextTick = options.nextTick ?? (() => new Promise((resolve) => setTimeout(resolve, 0)));
    if (!(this.#steps > 0)) throw new RangeError(`invalid steps: ${this.#steps}; expected a positive number`);
    if (!(this.#budget > 0 && this.#budget < Infinity)) {
      throw new RangeError(`invalid budget: ${this.#budget}; expected positive milliseconds`);
    }
    if (options.state === undefined) return;
    restoreState(options.state, network, this.optimizer);
    this.#step = options.state.step;
    if (this.#step >= this.#steps) this.#status = 'finished';
  }

  get status(): Status {
    return this.#status;
  }

  get failure(): Failure | null {
    return this.#failure;
  }

  /** The last step's forward and backward numbers, for `probe` and `jacobianGains`, until the next step; null before the first. */
  get pass(): Pass | null {
    return this.#pass;
  }

  /** Most steps per tick, ≥ 1. */
  get speed(): number {
    return this.#speed;
  }

  set speed(steps: number) {
    this.#speed = checkSpeed(steps);
  }

  pause(): void {
    if (this.#status !== 'running') return;
    this.#status = 'paused';
    this.#granted = 0;
  }

  resume(): void {
    if (this.#status !== 'paused') return;
    this.#status = 'running';
    this.#wake();
  }

  /** Takes `count` more steps and pauses. Throws RangeError when `count` is not a positive integer. */
  step(count = 1): void {
    if (!Number.isInteger(count) || count < 1) {
      throw new RangeError(`invalid step count: ${count}; expected a positive integer`);
    }
    this.pause();
    this.#granted += count;
    this.#wake();
  }

  /** Ends the run for good; the loop over its snapshots ends. */
  stop(): void {
    if (this.#status === 'running' || this.#status === 'paused') this.#status = 'stopped';
    this.#wake();
  }

  /**
   * Takes up to `count` steps at once, whatever the budget, unless the run has ended: for builds, tests and workers.
   * Throws RangeError when that would never end.
   */
  advance(count: number): Snapshot {
    if (!(count >= 1) || (count === Infinity && this.#steps === Infinity)) {
      throw new RangeError(`invalid step count: ${count}; expected a finite positive number`);
    }
    return this.#take(count, Infinity);
  }

  /** A copy of everything that changes; see `TrainingOptions.state`. */
  state(): TrainingState {
    return captureState(this.network, this.optimizer, this.#step);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Snapshot, void, void> {
    while (!this.#ended()) {
      if (this.#status === 'paused' && this.#granted === 0) {
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
        continue;
      }
      const count = this.#status === 'paused' ? Math.min(this.#speed, this.#granted) : this.#speed;
      const before = this.#step;
      const snapshot = this.#take(count, this.#budget);
      this.#granted = Math.max(0, this.#granted - (this.#step - before));
      yield snapshot;
      if (!this.#ended()) await this.#nextTick();
    }
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #ended(): boolean {
    return this.#status !== 'running' && this.#status !== 'paused';
  }

  #take(count: number, budget: number): Snapshot {
    const end = budget === Infinity ? Infinity : this.#clock() + budget;
    const losses: number[] = [];
    while (losses.length < count && !this.#ended()) {
      try {
        const { loss, log10Gradient, pass } = this.#oneStep(this.#step);
        losses.push(loss);
        this.#log10Gradient = log10Gradient;
        this.#pass = pass;
        this.#step++;
        if (this.#step >= this.#steps) this.#status = 'finished';
      } catch (error) {
        this.#fail(error);
      }
      if (end !== Infinity && this.#clock() >= end) break;
    }
    return {
      status: this.#status,
      step: this.#step,
      epoch: this.#step / this.#stepsPerEpoch,
      losses,
      log10Gradient: this.#log10Gradient,
      failure: this.#failure,
    };
  }

  #fail(error: unknown): void {
    if (!(error instanceof NonFiniteError)) throw error;
    this.#status = 'failed';
    const step = this.#step + 1;
    this.#failure = { ...error.where, step, message: `step ${step}: ${error.message}` };
  }
}

function checkSpeed(steps: number): number {
  if (!(steps >= 1)) throw new RangeError(`invalid speed: ${steps}; expected at least 1 step per tick`);
  return steps;
}

/** Starts a training run; nothing happens before the first snapshot is asked for. */
export function train(options: TrainingOptions): Training {
  return new Training(options);
}
