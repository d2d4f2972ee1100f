import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Activation } from './activation.ts';
import { activations } from './index.ts';

const options = { seed: 20260101, numRuns: 1500 };
const anyDouble = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -800, max: 800, noNaN: true }),
  fc.double({ min: -8, max: 8, noNaN: true }),
);

/** Values that the true function, too, sends beyond the largest double. */
const overflows = ({ claims: { lipschitz } }: Activation, x: number) =>
  Math.abs(x) > (lipschitz === Infinity ? 1e150 : 1.7e308 / Math.max(1, lipschitz));

function expectSound(a: Activation, x: number) {
  for (const order of ['f', 'df', 'd2f'] as const) {
    const value = a[order](x);
    if (Number.isNaN(value)) throw new Error(`${a.spec}: ${order}(${x}) is NaN`);
    if (!Number.isFinite(value) && !overflows(a, x)) throw new Error(`${a.spec}: ${order}(${x}) is ${value}`);
  }
  const slack = 1e-15 * Math.max(1, Math.abs(a.f(x)));
  if (a.f(x) < a.range.min - slack || a.f(x) > a.range.max + slack)
    throw new Error(`${a.spec}: f(${x}) leaves its range`);
  if (Math.abs(a.df(x)) > a.claims.lipschitz * (1 + 1e-15))
    throw new Error(`${a.spec}: df(${x}) is too steep`);
  if (a.claims.monotone && a.df(x) < 0) throw new Error(`${a.spec}: df(${x}) is negative`);
}

describe.each(activations.map((a) => [a.id, a] as const))('%s', (_, a) => {
  test('is free of NaN and spurious infinities, inside its range and Lipschitz bound for any double', () => {
    fc.assert(
      fc.property(anyDouble, (x) => expectSound(a, x)),
      options,
    );
  });

  test('lets NaN pass', () => {
    expect(a.f(Number.NaN)).toBeNaN();
  });

  if (a.parameters.length > 0) {
    test('is as sound with any admissible parameters', () => {
      const values = fc.tuple(...a.parameters.map(({ min, max }) => fc.double({ min, max, noNaN: true })));
      fc.assert(
        fc.property(values, anyDouble, (drawn, x) => {
          // RReLU's bounds must come in order.
          if (a.id === 'rrelu') drawn.sort((p, q) => p - q);
          expectSound(a.with(Object.fromEntries(a.parameters.map(({ name }, i) => [name, drawn[i]!]))), x);
        }),
        options,
      );
    });
  }
});
