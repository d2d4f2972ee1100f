import { expect, test } from 'vitest';
import { activations, findActivation } from './index.ts';

const at = (spec: string) => findActivation(spec).f;
const slope = (spec: string) => findActivation(spec).df;
const curvature = (spec: string) => findActivation(spec).d2f;

type Side = (x: number) => number;

/** The laws that the records state under `relatives`, as two sides that must agree. */
const laws: Readonly<Record<string, readonly [Side, Side]>> = {
  'tanh(x) = 2 sigmoid(2x) − 1': [at('tanh'), (x) => 2 * at('sigmoid')(2 * x) - 1],
  'sigmoid(x) = (1 + tanh(x/2))/2': [at('sigmoid'), (x) => (1 + at('tanh')(x / 2)) / 2],
  'sigmoid(−x) = 1 − sigmoid(x)': [(x) => at('sigmoid')(-x), (x) => 1 - at('sigmoid')(x)],
  'sigmoid = softplus′': [at('sigmoid'), slope('softplus')],
  'lecun_tanh(x) = 1.7159 tanh(2x/3)': [at('lecun_tanh'), (x) => 1.7159 * at('tanh')((2 * x) / 3)],
  'softsign(−x) = −softsign(x)': [(x) => at('softsign')(-x), (x) => -at('softsign')(x)],
  'softsign′(x) = (1 − |softsign(x)|)²': [slope('softsign'), (x) => (1 - Math.abs(at('softsign')(x))) ** 2],
  'arctan(−x) = −arctan(x)': [(x) => at('arctan')(-x), (x) => -at('arctan')(x)],
  'arctan(x) + arctan(1/x) = π/2 for x > 0': [
    (x) => at('arctan')(Math.abs(x)) + at('arctan')(1 / Math.abs(x)),
    () => Math.PI / 2,
  ],
  'softplus′ = sigmoid': [slope('softplus'), at('sigmoid')],
  'softplus(x) − softplus(−x) = x': [(x) => at('softplus')(x) - at('softplus')(-x), (x) => x],
  'softplus(x) = −log_sigmoid(−x)': [at('softplus'), (x) => -at('log_sigmoid')(-x)],
  'log_sigmoid(x) = −softplus(−x)': [at('log_sigmoid'), (x) => -at('softplus')(-x)],
  'log_sigmoid(x) = ln sigmoid(x)': [at('log_sigmoid'), (x) => Math.log(at('sigmoid')(x))],
  'relu(x) = x step(x)': [at('relu'), (x) => x * at('step')(x)],
  'relu(x) = leaky_relu(x) with slope 0': [at('relu'), at('leaky_relu(negativeSlope=0)')],
  'relu(x) − relu(−x) = x': [(x) => at('relu')(x) - at('relu')(-x), (x) => x],
  'leaky_relu(x) = max(αx, x) for 0 ≤ α ≤ 1': [
    at('leaky_relu(negativeSlope=0.3)'),
    (x) => Math.max(0.3 * x, x),
  ],
  'leaky_relu(x) = relu(x) − α relu(−x)': [
    at('leaky_relu(negativeSlope=0.3)'),
    (x) => at('relu')(x) - 0.3 * at('relu')(-x),
  ],
  'prelu(x) = leaky_relu(x) with the same slope': [at('prelu'), at('leaky_relu(negativeSlope=0.25)')],
  'prelu(x) = relu(x) − α relu(−x)': [at('prelu'), (x) => at('relu')(x) - 0.25 * at('relu')(-x)],
  'rrelu(x) = leaky_relu(x) with slope (lower + upper)/2': [
    at('rrelu(lower=0.1, upper=0.5)'),
    at('leaky_relu(negativeSlope=0.3)'),
  ],
  'relu6(x) = relu(x) − relu(x − 6)': [at('relu6'), (x) => at('relu')(x) - at('relu')(x - 6)],
  'relu6(x) = 6 − relu6(6 − x)': [at('relu6'), (x) => 6 - at('relu6')(6 - x)],
  'leaky_relu6(x) = min(leaky_relu(x), 6)': [at('leaky_relu6'), (x) => Math.min(at('leaky_relu')(x), 6)],
  'leaky_relu6(x) = relu6(x) − α relu(−x)': [
    at('leaky_relu6'),
    (x) => at('relu6')(x) - 0.01 * at('relu')(-x),
  ],
  'leaky_relu6_two_sided(x) = 6 − leaky_relu6_two_sided(6 − x)': [
    at('leaky_relu6_two_sided'),
    (x) => 6 - at('leaky_relu6_two_sided')(6 - x),
  ],
  'elu(x) = celu(x) when α = 1': [at('elu'), at('celu')],
  'celu(x) = α elu(x/α) with α = 1 in elu': [at('celu(alpha=3)'), (x) => 3 * at('elu')(x / 3)],
  'selu(x) = λ elu(x) with α = α*': [
    at('selu'),
    (x) => 1.0507009873554805 * at('elu(alpha=1.6732632423543772)')(x),
  ],
  'gelu(x) − gelu(−x) = x': [(x) => at('gelu')(x) - at('gelu')(-x), (x) => x],
  'gelu_tanh(x) = x sigmoid(2√(2/π)(x + 0.044715x³))': [
    at('gelu_tanh'),
    (x) => x * at('sigmoid')(2 * Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)),
  ],
  'quick_gelu(x) = swish(x) with β = 1.702': [at('quick_gelu'), at('swish(beta=1.702)')],
  'silu(x) = swish(x) with β = 1': [at('silu'), at('swish(beta=1)')],
  'silu(x) = x sigmoid(x)': [at('silu'), (x) => x * at('sigmoid')(x)],
  'silu(x) − silu(−x) = x': [(x) => at('silu')(x) - at('silu')(-x), (x) => x],
  'swish(x) = silu(βx)/β': [at('swish(beta=2.5)'), (x) => at('silu')(2.5 * x) / 2.5],
  'swish(x) = x sigmoid(βx)': [at('swish(beta=2.5)'), (x) => x * at('sigmoid')(2.5 * x)],
  'hard_sigmoid(x) = relu6(x + 3)/6': [at('hard_sigmoid'), (x) => at('relu6')(x + 3) / 6],
  'hard_sigmoid(−x) = 1 − hard_sigmoid(x)': [(x) => at('hard_sigmoid')(-x), (x) => 1 - at('hard_sigmoid')(x)],
  'hard_sigmoid_02(x) = hard_sigmoid(1.2x)': [at('hard_sigmoid_02'), (x) => at('hard_sigmoid')(1.2 * x)],
  'hard_tanh(x) = relu(x + 1) − relu(x − 1) − 1': [
    at('hard_tanh'),
    (x) => at('relu')(x + 1) - at('relu')(x - 1) - 1,
  ],
  'hard_swish(x) = x hard_sigmoid(x)': [at('hard_swish'), (x) => x * at('hard_sigmoid')(x)],
  'mish(x) = x tanh(softplus(x))': [at('mish'), (x) => x * at('tanh')(at('softplus')(x))],
  'squared_relu(x) = relu(x)²': [at('squared_relu'), (x) => at('relu')(x) ** 2],
  'squared_relu′(x) = 2 relu(x)': [slope('squared_relu'), (x) => 2 * at('relu')(x)],
  'snake(x) = x + (1 − cos 2ax)/(2a)': [at('snake(frequency=3)'), (x) => x + (1 - Math.cos(6 * x)) / 6],
  'snake′(x) = 1 + sin 2ax': [slope('snake(frequency=3)'), (x) => 1 + Math.sin(6 * x)],
  'sine″(x) = −ω² sine(x)': [curvature('sine(frequency=3)'), (x) => -9 * at('sine(frequency=3)')(x)],
  'gaussian′(x) = −2x gaussian(x)': [slope('gaussian'), (x) => -2 * x * at('gaussian')(x)],
};

const stated = [...new Set(activations.flatMap(({ relatives }) => relatives))];

test('every stated law is tested and the other way round', () => {
  expect(Object.keys(laws).sort()).toEqual(stated.filter((law) => !law.includes('≈')).sort());
});

test.each(Object.entries(laws))('%s', (_, [left, right]) => {
  for (const x of [-9.5, -6.5, -3, -2.4, -1, -0.2, 0.3, 1, 1.7, 3, 4.5, 6, 8.3]) {
    expect(Math.abs(left(x) - right(x))).toBeLessThan(1e-14 * Math.max(1, Math.abs(x)) ** 2);
  }
});

test('approximations of GELU and SiLU stay within their known distance', () => {
  const distance = (a: string, b: string) =>
    Math.max(...Array.from({ length: 2001 }, (_, i) => Math.abs(at(a)(i / 100 - 10) - at(b)(i / 100 - 10))));
  expect(distance('gelu', 'quick_gelu')).toBeCloseTo(0.020335, 4);
  expect(distance('gelu', 'gelu_tanh')).toBeLessThan(5e-4);
  expect(distance('silu', 'hard_swish')).toBeCloseTo(0.142278, 5);
});
