/**
 * How parameters w follow gradients g; η is the learning rate. `weightDecay` λ adds λw to g first (coupled, as PyTorch's).
 *
 * - `sgd`: w ← w − ηg. Robbins & Monro 1951.
 * - `momentum`: v ← μv + g, w ← w − ηv; μ = `momentum`, default 0.9. Polyak 1964, in Sutskever et al.'s 2013 scaling.
 * - `adam`: m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², w ← w − η · m/(1−β₁ᵗ) / (√(v/(1−β₂ᵗ)) + ε);
 *   β₁ 0.9, β₂ 0.999, ε 1e−8. Kingma & Ba 2015, arXiv:1412.6980.
 */
export type OptimizerSpec = { readonly learningRate: number; readonly weightDecay?: number } & (
  | { readonly type: 'sgd' }
  | { readonly type: 'momentum'; readonly momentum?: number }
  | { readonly type: 'adam'; readonly beta1?: number; readonly beta2?: number; readonly epsilon?: number }
);

/** An optimizer at work on one flat array of parameters. */
export interface Optimizer {
  /** η; may be set between steps. */
  learningRate: number;
  /** Steps taken. */
  steps: number;
  /** Running averages, each as long as the parameters: none for sgd, v for momentum, m and v for adam. */
  readonly memory: readonly Float64Array[];
  /** Moves `parameters` along `gradients` in place. */
  step(parameters: Float64Array, gradients: Float64Array): void;
}

/** Throws RangeError naming an option that is out of range. */
export function createOptimizer(spec: OptimizerSpec, count: number): Optimizer {
  const { learningRate, weightDecay = 0 } = spec;
  check('learningRate', learningRate, Infinity);
  check('weightDecay', weightDecay, Infinity);
  const update = rules[spec.type](spec, weightDecay);
  return {
    learningRate,
    steps: 0,
    memory: Array.from({ length: memories[spec.type] }, () => new Float64Array(count)),
    step(parameters, gradients) {
      this.steps++;
      update(this, parameters, gradients);
    },
  };
}

const memories = { sgd: 0, momentum: 1, adam: 2 } as const;

type Update = (optimizer: Optimizer, w: Float64Array, g: Float64Array) => void;
type Rule = (spec: OptimizerSpec, decay: number) => Update;

const rules: Readonly<Record<OptimizerSpec['type'], Rule>> = {
  sgd:
    (_spec, decay) =>
    ({ learningRate }, w, g) => {
      for (let i = 0; i < w.length; i++) w[i] = w[i]! - learningRate * (g[i]! + decay * w[i]!);
    },
  momentum: (spec, decay) => {
    const momentum = (spec.type === 'momentum' ? spec.momentum : undefined) ?? 0.9;
    check('momentum', momentum, 1);
    return ({ learningRate, memory }, w, g) => {
      const velocity = memory[0]!;
      for (let i = 0; i < w.length; i++) {
        const v = momentum * velocity[i]! + (g[i]! + decay * w[i]!);
        velocity[i] = v;
        w[i] = w[i]! - learningRate * v;
      }
    };
  },
  adam: (spec, decay) => {
    const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = spec.type === 'adam' ? spec : {};
    check('beta1', beta1, 1);
    check('beta2', beta2, 1);
    check('epsilon', epsilon, Infinity);
    return ({ learningRate, memory, steps }, w, g) => {
      const mean = memory[0]!;
      const square = memory[1]!;
      const meanFactor = learningRate / (1 - beta1 ** steps);
      const squareFactor = 1 / Math.sqrt(1 - beta2 ** steps);
      for (let i = 0; i < w.length; i++) {
        const gradient = g[i]! + decay * w[i]!;
        const m = beta1 * mean[i]! + (1 - beta1) * gradient;
        const v = beta2 * square[i]! + (1 - beta2) * gradient * gradient;
        mean[i] = m;
        square[i] = v;
        w[i] = w[i]! - (meanFactor * m) / (Math.sqrt(v) * squareFactor + epsilon);
      }
    };
  },
};

function check(name: string, value: number, end: number): void {
  if (!(value >= 0 && value < end)) {
    const range = end === Infinity ? 'a finite number ≥ 0' : `a number from 0 up to but not ${end}`;
    throw new RangeError(`invalid ${name}: ${value}; expected ${range}`);
  }
}
