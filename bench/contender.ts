import type { Workload } from './workloads.ts';

/** A library that can take the step of a workload. */
export interface Contender {
  readonly name: string;
  /** As installed; '' for this project's own code. */
  readonly version: string;
  /** How its step is defined, for the reference it is checked against. */
  readonly rule: 'batch' | 'online';
  start(workload: Workload): Promise<Runner>;
}

export interface Runner {
  /** Called before a run of steps, outside the clock. */
  prepare?(): unknown;
  /** One step; a promise when the library only answers later. */
  step(): unknown;
  /** After the first step: the first layer's weights, or for `deep` and rule `batch` their gradient; units × inputs. */
  read(): ArrayLike<number> | Promise<ArrayLike<number>>;
  /** Where `read` gives the Frobenius norm of that gradient and not the gradient. */
  readonly reads?: 'norm';
}
