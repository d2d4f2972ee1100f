import { createRandom } from '../src/math/random.ts';

/** What is timed: one training step (tiny, digits), or one forward pass and all weight gradients (deep). */
export interface Workload {
  readonly name: 'tiny' | 'digits' | 'deep';
  readonly title: string;
  readonly sizes: readonly number[];
  readonly activation: 'tanh' | 'relu';
  /**
   * squares: ½(y − t)², summed over outputs, mean over samples. labels: softmax cross-entropy, mean over samples.
   * given: ∂L/∂y is `targets` itself.
   */
  readonly loss: 'squares' | 'labels' | 'given';
  readonly batch: number;
  /** Learning rate of the step. */
  readonly rate: number;
  /** Floating-point operations of the matrix products of one step: 2 per multiply-add. */
  readonly flops: number;
  /** One matrix per layer, units × inputs; biases start at 0. */
  readonly weights: readonly Float64Array[];
  /** batch × inputs. */
  readonly inputs: Float64Array;
  /** batch × outputs, or one label per sample. */
  readonly targets: Float64Array;
}

type Shape = Omit<Workload, 'flops' | 'weights' | 'inputs' | 'targets'>;

const shapes: readonly Shape[] = [
  {
    name: 'tiny',
    title: '2-4-2-1 tanh, batch 10',
    sizes: [2, 4, 2, 1],
    activation: 'tanh',
    loss: 'squares',
    batch: 10,
    rate: 0.1,
  },
  {
    name: 'digits',
    title: '64-64-64-10 ReLU, batch 32',
    sizes: [64, 64, 64, 10],
    activation: 'relu',
    loss: 'labels',
    batch: 32,
    rate: 0.1,
  },
  {
    name: 'deep',
    title: '50 × 64 tanh, batch 128, all weight gradients',
    sizes: Array<number>(51).fill(64),
    activation: 'tanh',
    loss: 'given',
    batch: 128,
    rate: 1e-3,
  },
];

/** The three workloads with seeded data, the same in every engine. */
export const workloads: readonly Workload[] = shapes.map(fill);

function fill(shape: Shape): Workload {
  const { sizes, batch, loss } = shape;
  const random = createRandom(1);
  const normal = (count: number, deviation: number): Float64Array =>
    Float64Array.from({ length: count }, () => Math.fround(deviation * random.normal()));
  const weights = sizes
    .slice(1)
    .map((units, l) =>
      normal(units * sizes[l]!, Math.sqrt((shape.activation === 'relu' ? 2 : 1) / sizes[l]!)),
    );
  const outputs = sizes.at(-1)!;
  const targets =
    loss === 'labels'
      ? Float64Array.from({ length: batch }, (_, i) => i % outputs)
      : normal(batch * outputs, 0.3);
  return { ...shape, flops: flops(sizes, batch), weights, inputs: normal(batch * sizes[0]!, 1), targets };
}

/** Forward and weight gradients in every layer, gradients of the inputs in all but the first. */
function flops(sizes: readonly number[], batch: number): number {
  return sizes.slice(1).reduce((sum, units, l) => sum + 2 * batch * units * sizes[l]! * (l > 0 ? 3 : 2), 0);
}
