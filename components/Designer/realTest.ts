import type { Activation } from '../../src/activations/activation.ts';
import { type DigitsPart, loadDigits, splitDigits } from '../../src/datasets/digits.ts';
import { createRandom } from '../../src/math/random.ts';
import { createBatches } from '../../src/network/data.ts';
import { type Init, initialise } from '../../src/network/init.ts';
import { FastMlp, loadKernels, type Workspace } from '../../src/network/kernels/index.ts';
import { tabulated } from '../../src/training/tabulated.ts';
import { type Spread, spreadOf } from '../../src/training/trained.ts';

/** How the book's real test trains: plain stochastic gradient descent with momentum on the digits. */
export const protocol = {
  sizes: [64, ...new Array<number>(10).fill(64), 10],
  batch: 32,
  momentum: 0.9,
  epochs: 15,
  rates: [0.003, 0.01, 0.03, 0.1],
  seeds: [1, 2, 3],
} as const;

/** Trainings that one function takes. */
export const trainings = protocol.rates.length * protocol.seeds.length;

/** What came of a function at its best learning rate. */
export interface Trained extends Spread {
  readonly rate: number;
  /** Share of the held-out digits that each start reads rightly, 0 to 1. */
  readonly accuracies: readonly number[];
}

let workspace: Workspace | undefined;

/**
 * M6, the real test: ten hidden layers of 64 learn the digits for 15 rounds, from weights of variance σ_w²/fan-in (the output
 * layer 1/fan-in) and zero biases; the best of four learning rates by mean held-out accuracy, three random starts each.
 * A run whose loss leaves the finite numbers stops there and is judged as it stands.
 * @param sigmaW2 σ_w² = 1/E f², which keeps a signal's size
 * @param trained called after each of the `trainings`, with their number so far
 */
export async function realTest(
  activation: Activation,
  sigmaW2: number,
  trained: (done: number) => void = () => undefined,
): Promise<Trained> {
  const { train, test } = splitDigits(await loadDigits());
  workspace ??= (await loadKernels()).workspace();
  // A formula is interpreted, and would take a minute; a table of it takes seconds.
  const curve = activation.family === 'yours' ? tabulated(activation) : activation;
  let best: Trained | undefined;
  let done = 0;
  for (const rate of protocol.rates) {
    const accuracies = protocol.seeds.map((seed) => {
      const net = new FastMlp(workspace!, {
        sizes: protocol.sizes,
        activation: curve,
        batch: protocol.batch,
        loss: 'softmax-cross-entropy',
      });
      start(net, sigmaW2, seed);
      learn(net, train, rate, seed);
      trained(++done);
      return accuracy(net, test);
    });
    const result = { rate, accuracies, ...spreadOf(accuracies) };
    if (!best || result.mean > best.mean) best = result;
  }
  return best!;
}

function start(net: FastMlp, sigmaW2: number, seed: number): void {
  const random = createRandom(seed);
  const { sizes } = protocol;
  const hidden: Init = { type: 'custom', sigmaW: Math.sqrt(sigmaW2), sigmaB: 0 };
  for (let l = 0; l + 1 < sizes.length; l++) {
    const [inputs, units] = [sizes[l]!, sizes[l + 1]!];
    const weights = new Float64Array(inputs * units);
    const last = l + 2 === sizes.length;
    initialise(last ? { type: 'lecun' } : hidden, weights, null, inputs, units, random);
    net.setLayer(l, weights);
  }
}

function learn(net: FastMlp, { inputs, labels }: DigitsPart, rate: number, seed: number): void {
  const batches = createBatches({ inputs, targets: labels }, labels.length, protocol.batch, seed);
  for (let step = 0; step < protocol.epochs * batches.perEpoch; step++) {
    const batch = batches.at(step);
    const loss = net.step(batch.inputs, batch.targets, { rate, momentum: protocol.momentum });
    if (!Number.isFinite(loss)) return;
  }
}

function accuracy(net: FastMlp, { inputs, labels }: DigitsPart): number {
  const [width, classes] = [protocol.sizes[0]!, protocol.sizes.at(-1)!];
  let right = 0;
  for (let first = 0; first < labels.length; first += protocol.batch) {
    const end = Math.min(labels.length, first + protocol.batch);
    const logits = net.predict(inputs.subarray(first * width, end * width));
    for (let row = 0; row < end - first; row++) {
      const scores = logits.subarray(row * classes, (row + 1) * classes);
      // Answers that are no numbers count as the first class, which is right for one digit in ten.
      const said = scores.reduce((top, score, c) => (score > scores[top]! ? c : top), 0);
      if (said === labels[first + row]) right++;
    }
  }
  return right / labels.length;
}
