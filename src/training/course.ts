import { findActivation } from '../activations/index.ts';
import { type Batches, createBatches } from '../network/data.ts';
import { FastMlp, type Kernels, type StepOptions } from '../network/kernels/index.ts';
import { explainDivergence } from './divergence.ts';
import type { Answers, CourseSpec, Divergence, LayerNumbers, Mark, Score, Snapshot } from './spec.ts';
import { startingNetwork } from './start.ts';
import { tabulated } from './tabulated.ts';

interface Run {
  net: FastMlp;
  readonly batches: Batches;
  diverged: boolean;
}

/** The networks of a course, trained in step in float32 with logistic loss. */
export class Course {
  readonly spec: CourseSpec;
  readonly #kernels: Kernels;
  readonly #options: StepOptions;
  readonly #runs: readonly Run[];
  readonly #capacity: number;
  readonly #history: Mark[] = [];
  readonly #divergences: Divergence[] = [];
  #step = 0;

  /** Throws RangeError for invalid sizes or functions. */
  constructor(kernels: Kernels, spec: CourseSpec) {
    this.spec = spec;
    this.#kernels = kernels;
    this.#options = { rate: spec.rate, momentum: spec.momentum, weightDecay: spec.decay };
    this.#capacity = spec.train.labels.length;
    this.#runs = Array.from({ length: spec.starts }, (_, start) => createRun(kernels, spec, start));
    this.#history.push(this.#mark());
  }

  get step(): number {
    return this.#step;
  }

  /** Takes steps until step `to`, or until `clock` reaches `deadline`; at least one when any is left. */
  advance(to: number, deadline = Infinity, clock: () => number = () => 0): void {
    while (this.#step < to) {
      for (const [start, run] of this.#runs.entries()) this.#stepRun(run, start);
      this.#step++;
      if (this.#step % this.spec.every === 0) this.#history.push(this.#mark());
      if (deadline !== Infinity && clock() >= deadline) return;
    }
  }

  snapshot(): Snapshot {
    const first = this.#runs[0]!;
    return {
      ...this.#mark(),
      history: [...this.#history],
      logits: this.#predict(first.net, this.spec.probes),
      layers: this.#layers(first.net),
      divergences: [...this.#divergences],
    };
  }

  #stepRun(run: Run, start: number): void {
    if (run.diverged) return;
    const { inputs, targets } = run.batches.at(this.#step);
    if (Number.isFinite(run.net.step(inputs, targets, this.#options))) return;
    run.diverged = true;
    const batch = { inputs: Float32Array.from(inputs), labels: Uint8Array.from(targets) };
    this.#divergences.push(explainDivergence(this.spec, start, this.#step + 1, this.#layers(run.net), batch));
    run.net = this.#replay(start, this.#step - 1);
  }

  /** The network before the step that ruined it: every start can be trained again, bit for bit. */
  #replay(start: number, steps: number): FastMlp {
    const { net, batches } = createRun(this.#kernels, this.spec, start);
    for (let step = 0; step < steps; step++) {
      const { inputs, targets } = batches.at(step);
      net.step(inputs, targets, this.#options);
    }
    return net;
  }

  #mark(): Mark {
    const { train, heldOut } = this.spec;
    const scores = (rows: Answers): Score[] => this.#runs.map(({ net }) => this.#score(net, rows));
    return { step: this.#step, train: scores(train), heldOut: heldOut ? scores(heldOut) : [] };
  }

  #score(net: FastMlp, { inputs, labels }: Answers): Score {
    const logits = this.#predict(net, inputs);
    let loss = 0;
    let right = 0;
    for (let i = 0; i < logits.length; i++) {
      const margin = labels[i] === 1 ? logits[i]! : -logits[i]!;
      loss += Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));
      if (logits[i]! > 0 === (labels[i] === 1)) right++;
    }
    return { loss: loss / logits.length, right };
  }

  /** Answers for any number of rows, as many at once as the network has room for. */
  #predict(net: FastMlp, inputs: Float32Array): Float32Array {
    const width = this.spec.sizes[0]!;
    const out = new Float32Array(inputs.length / width);
    for (let first = 0; first < out.length; first += this.#capacity) {
      const end = Math.min(out.length, first + this.#capacity);
      out.set(net.predict(inputs.subarray(first * width, end * width)), first);
    }
    return out;
  }

  #layers(net: FastMlp): LayerNumbers[] {
    return this.spec.sizes.slice(1).map((_, l) => ({ weights: net.weights(l), biases: net.biases(l) }));
  }
}

function createRun(kernels: Kernels, spec: CourseSpec, start: number): Run {
  const { sizes, functions, train, batch } = spec;
  const rows = train.labels.length;
  const activation = functions.map(findActivation).map((a) => (a.family === 'yours' ? tabulated(a) : a));
  const net = new FastMlp(kernels.workspace(), { sizes, activation, batch: rows, loss: 'bce-with-logits' });
  startingNetwork(spec, start).tensors.forEach(({ weight, bias }, l) => {
    net.setLayer(l, weight!, bias!);
  });
  const data = { inputs: Float64Array.from(train.inputs), targets: train.labels };
  return { net, batches: createBatches(data, rows, batch, spec.seed + start), diverged: false };
}
