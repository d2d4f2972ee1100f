/** Rows of a data set with yes-or-no answers. */
export interface Answers {
  /** rows × inputs, row-major. */
  readonly inputs: Float32Array;
  /** 0 or 1 for each row. */
  readonly labels: Uint8Array;
}

/** A training course: the same network, trained from several random starts. Plain data, so that a worker can take it. */
export interface CourseSpec {
  /** Inputs, hidden widths, one output. */
  readonly sizes: readonly number[];
  /** The activation of each hidden layer, as a spec that `findActivation` reads. */
  readonly functions: readonly string[];
  /** Learning rate η, momentum μ and weight decay λ of v ← μv + g + λw, w ← w − ηv. */
  readonly rate: number;
  readonly momentum: number;
  readonly decay: number;
  /** Rows per step; Infinity takes all of them. */
  readonly batch: number;
  /** How many random starts, ≥ 1; start k has seed `seed` + k. */
  readonly starts: number;
  readonly seed: number;
  readonly train: Answers;
  /** Rows that are never trained on. */
  readonly heldOut: Answers | null;
  /** Places (rows × inputs) where every snapshot reports the answer of the first network. */
  readonly probes: Float32Array;
  /** Steps between two entries of the history, ≥ 1. */
  readonly every: number;
}

/** How one network does on one set of rows. */
export interface Score {
  /** Mean logistic loss in nats. */
  readonly loss: number;
  /** Rows on the right side of p = ½. */
  readonly right: number;
}

/** Why and where a run left the finite numbers. */
export interface Divergence {
  /** Which start, counted from 0. */
  readonly start: number;
  /** The step that could not be taken, counted from 1. */
  readonly step: number;
  /** The layer, counted from 1; null when it is the loss itself. */
  readonly layer: number | null;
  /** Where and why, as the end of a sentence. */
  readonly cause: string;
}

/** Scores of every start at one step. */
export interface Mark {
  readonly step: number;
  readonly train: readonly Score[];
  /** Empty without held-out rows. */
  readonly heldOut: readonly Score[];
}

/** Weights (units × inputs) and biases of a layer. */
export interface LayerNumbers {
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** The state of a course after some steps. */
export interface Snapshot extends Mark {
  /** Marks at step 0, `every`, 2·`every` … */
  readonly history: readonly Mark[];
  /** log p/(1 − p) of the first network at the probes. */
  readonly logits: Float32Array;
  /** The first network's layers. */
  readonly layers: readonly LayerNumbers[];
  readonly divergences: readonly Divergence[];
}
