import { describe, expect, it } from 'vitest';
import type { Activation } from '../activations/activation.ts';
import { activations, findActivation } from '../activations/index.ts';
import { createRandom } from '../math/random.ts';
import { type Loss, lossAndGradient } from './loss.ts';
import { type ForwardOptions, Network } from './network.ts';
import type { LayerSpec } from './spec.ts';

const batch = 5;
const width = 4;

interface Case {
  readonly network: Network;
  readonly input: Float64Array;
  readonly targets: Float64Array;
  readonly loss: Loss;
  readonly options: ForwardOptions;
}

const targetsOf: Record<Loss, (k: number) => number> = {
  mse: (k) => Math.sin(3 * k),
  'bce-with-logits': (k) => [0, 1, 0.3][k % 3]!,
  'softmax-cross-entropy': (k) => k % 2,
};

function build(hidden: Partial<LayerSpec>, loss: Loss, options: ForwardOptions, seed: number): Case {
  const layer = { ...hidden, units: width };
  const init = { type: 'custom', sigmaW: 1.3, sigmaB: 0.4 } as const;
  const network = new Network({
    inputs: width,
    layers: [{ ...layer, residual: null }, layer, layer, { units: 2 }],
    init,
    seed,
  });
  const random = createRandom(seed + 1000);
  // γ, β and running averages away from their neutral values, or their gradients would go untested.
  for (const { gamma, beta } of network.tensors) {
    gamma?.forEach((_, j) => {
      gamma[j] = 0.7 + random.uniform();
    });
    beta?.forEach((_, j) => {
      beta[j] = random.uniform() - 0.5;
    });
  }
  network.running.forEach((_, j) => {
    network.running[j] = 0.5 + random.uniform();
  });
  const input = Float64Array.from({ length: batch * width }, () => random.normal());
  const targets = Float64Array.from(
    { length: loss === 'softmax-cross-entropy' ? batch : 2 * batch },
    (_, k) => targetsOf[loss](k),
  );
  return { network, input, targets, loss, options };
}

function evaluate({ network, input, targets, loss, options }: Case, gradient = new Float64Array(2 * batch)) {
  const pass = network.forward(input, options);
  return { pass, gradient, value: lossAndGradient(loss, pass.layers.at(-1)!.output, targets, 2, gradient) };
}

/** Smallest distance of any number an activation sees to one of its kinks. */
function distanceToKinks(c: Case, activation: Activation | null): number {
  if (activation === null) return Infinity;
  const inputs = evaluate(c)
    .pass.layers.slice(0, -1)
    .flatMap((layer) => [...layer.activationInput]);
  return Math.min(...inputs.flatMap((x) => activation.kinks.map((kink) => Math.abs(x - kink.x))), Infinity);
}

/** Fourth-order central difference: error about h⁴/30 · f⁽⁵⁾ + 1e−16/h. */
function numeric(at: Float64Array, i: number, f: () => number): number {
  const x = at[i]!;
  const h = 2e-4;
  const value = (shift: number) => {
    at[i] = x + shift;
    return f();
  };
  const slope = (8 * (value(h) - value(-h)) - (value(2 * h) - value(-2 * h))) / (12 * h);
  at[i] = x;
  return slope;
}

function check(hidden: Partial<LayerSpec>, loss: Loss = 'mse', options: ForwardOptions = {}): void {
  let seed = 0;
  let c: Case;
  do {
    c = build(hidden, loss, options, ++seed);
  } while (distanceToKinks(c, hidden.activation ?? null) < 0.005 && seed < 300);
  expect(seed).toBeLessThan(300);
  const { pass, gradient } = evaluate(c);
  const inputGradient = new Float64Array(c.input.length);
  c.network.backward(pass, gradient, inputGradient);
  c.network.unscaleGradients();
  const exact = c.network.gradients.slice();
  const compare = (got: Float64Array, at: Float64Array, what: string) => {
    const largest = got.reduce((m, g) => Math.max(m, Math.abs(g)), 0);
    got.forEach((g, i) => {
      const error =
        Math.abs(numeric(at, i, () => evaluate(c).value) - g) / Math.max(Math.abs(g), 0.01 * largest, 1e-9);
      expect(error, `${what} ${i}: ${g}`).toBeLessThan(1e-6);
    });
  };
  expect(exact.some((g) => g !== 0)).toBe(true);
  compare(exact, c.network.parameters, 'parameter');
  compare(inputGradient, c.input, 'input');
}

const tanh = findActivation('tanh');
const silu = findActivation('silu');
const training = { training: true, step: 3 };

describe('back-propagation agrees with finite differences', () => {
  it.each(activations.map((a) => [a.spec, a] as const))('through %s', (_, activation) => {
    // A step passes nothing back: only the output layer's gradient is not 0, and those agree.
    check({ activation });
  });

  it.each(['mse', 'bce-with-logits', 'softmax-cross-entropy'] as const)('of %s', (loss) =>
    check({ activation: tanh }, loss),
  );

  for (const type of ['batch', 'layer', 'rms'] as const) {
    for (const position of ['before', 'after'] as const) {
      it(`through ${type} norm ${position} the activation`, () => {
        check({ activation: silu, norm: { type, position } }, 'mse', training);
        check({ activation: silu, norm: { type, position }, bias: false }, 'mse');
      });
    }
  }

  it.each(['activation', 'preactivation'] as const)('around the %s', (around) => {
    check({ activation: tanh, residual: { around, scale: 0.6 } });
    check({ activation: null, residual: { around } });
    check(
      { activation: silu, residual: { around, scale: 0.6 }, norm: { type: 'batch' }, dropout: 0.3 },
      'mse',
      training,
    );
    check(
      { activation: silu, residual: { around }, norm: { type: 'layer', position: 'after' }, dropout: 0.3 },
      'mse',
      training,
    );
  });

  it('through a fixed dropout mask', () =>
    check({ activation: tanh, dropout: 0.4 }, 'softmax-cross-entropy', training));

  it.each(['layer', 'unit'] as const)("to PReLU's slope per %s", (slope) => {
    check({ activation: findActivation('leaky_relu(negativeSlope=0.25)'), slope });
    check(
      { activation: findActivation('leaky_relu(negativeSlope=0.25)'), slope, norm: { type: 'batch' } },
      'mse',
      training,
    );
  });

  it('through layers without bias', () => check({ activation: tanh, bias: false }));
});
