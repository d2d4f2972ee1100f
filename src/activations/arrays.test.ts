import { describe, expect, test } from 'vitest';
import { activations, relu } from './index.ts';

const points = [-7.5, -3, -1, -0.25, 0, 0.5, 2, 6, 9];
const upstream = points.map((_, i) => i - 3.5);

describe.each([
  ['Float32Array', (values: readonly number[]) => Float32Array.from(values)],
  ['Float64Array', (values: readonly number[]) => Float64Array.from(values)],
] as const)('array forms in %s', (_, from) => {
  test('equal the scalar calls, in place too', () => {
    for (const a of activations) {
      const x = from(points);
      const u = from(upstream);
      const values = from([...x].map(a.f));
      const gradients = from([...x].map((xi, i) => u[i]! * a.df(xi)));
      expect(a.forward(x, from(points))).toEqual(values);
      expect(a.backward(x, u, from(points))).toEqual(gradients);
      expect(a.backward(x, u, u)).toEqual(gradients);
      const inPlace = from(points);
      expect(a.backward(inPlace, from(upstream), inPlace)).toEqual(gradients);
      expect(a.forward(x, x)).toEqual(values);
    }
  });
});

test('array forms refuse other lengths and precisions', () => {
  const x = new Float64Array(3);
  expect(() => relu.forward(x, new Float64Array(2))).toThrow(
    'invalid length of out: 2; expected 3 like the input',
  );
  expect(() => relu.backward(x, new Float64Array(4), x)).toThrow('invalid length of upstream: 4; expected 3');
  expect(() => relu.forward<Float32Array | Float64Array>(x, new Float32Array(3))).toThrow(
    'invalid out: Float32Array; expected Float64Array like the input',
  );
});
