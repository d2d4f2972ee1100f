import { describe, expect, it } from 'vitest';
import { createRandom } from '../math/random.ts';
import { float64Linear } from './linear.ts';

function matrix(rows: number, columns: number, seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: rows * columns }, () => random.normal());
}

describe('float64Linear', () => {
  const shapes = [1, 2, 3, 4, 5, 8, 9].flatMap((batch) =>
    [1, 2, 5, 8].flatMap((inputs) => [1, 3, 4, 6].map((units) => ({ batch, inputs, units }))),
  );

  it('equals the plain triple loops bit for bit, whatever the shape', () => {
    for (const shape of shapes) {
      const { batch, inputs, units } = shape;
      const x = matrix(batch, inputs, 1);
      const w = matrix(units, inputs, 2);
      const b = matrix(1, units, 3);
      const dz = matrix(batch, units, 4);
      const sum = (n: number, term: (k: number) => number) => {
        let s = 0;
        for (let k = 0; k < n; k++) s += term(k);
        return s;
      };
      const grid = (rows: number, columns: number, value: (r: number, c: number) => number) =>
        Float64Array.from({ length: rows * columns }, (_, i) => value(Math.floor(i / columns), i % columns));

      const z = new Float64Array(batch * units);
      float64Linear.forward(x, w, b, z, shape);
      expect(z).toEqual(
        grid(batch, units, (r, o) => sum(inputs, (i) => x[r * inputs + i]! * w[o * inputs + i]!) + b[o]!),
      );
      const dx = new Float64Array(batch * inputs);
      float64Linear.backwardInput(dz, w, dx, shape);
      expect(dx).toEqual(
        grid(batch, inputs, (r, i) => sum(units, (o) => dz[r * units + o]! * w[o * inputs + i]!)),
      );
      const dw = new Float64Array(units * inputs);
      float64Linear.backwardWeights(dz, x, dw, shape);
      expect(dw).toEqual(
        grid(units, inputs, (o, i) => sum(batch, (r) => dz[r * units + o]! * x[r * inputs + i]!)),
      );
    }
  });

  it('leaves out the bias when it is null', () => {
    const out = new Float64Array(1);
    float64Linear.forward(Float64Array.of(2, 3), Float64Array.of(5, 7), null, out, {
      batch: 1,
      inputs: 2,
      units: 1,
    });
    expect(out[0]).toBe(31);
  });
});
