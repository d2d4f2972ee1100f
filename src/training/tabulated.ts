import type { Activation } from '../activations/activation.ts';
import type { Curve } from '../network/kernels/index.ts';

/** The table covers [−reach, reach] in cells of 1/perUnit. */
const reach = 16;
const perUnit = 64;
const cells = 2 * reach * perUnit;
/** Float32 keeps seven digits: a cell that misses its middle by more is not read from the table. */
const tolerance = 1e-7;

/**
 * The same function from a table, for formulas, which are interpreted and slow: cubic pieces through f and f′, and through f′ and
 * f″. Cells with a corner, a jump or no number in them, and all beyond the table, are still asked of the function itself.
 */
export function tabulated(activation: Activation): Curve {
  const f = read(
    (x) => activation.f(x),
    (x) => activation.df(x),
  );
  const df = read(
    (x) => activation.df(x),
    (x) => activation.d2f(x),
  );
  return { id: activation.id, values: activation.values, f, df };
}

function read(value: (x: number) => number, slope: (x: number) => number): (x: number) => number {
  const values = Float64Array.from({ length: cells + 1 }, (_, k) => value(k / perUnit - reach));
  const slopes = Float64Array.from({ length: cells + 1 }, (_, k) => slope(k / perUnit - reach) / perUnit);
  const piece = (k: number, t: number): number => {
    const rest = 1 - t;
    const left = values[k]! * (1 + 2 * t) + slopes[k]! * t;
    const right = values[k + 1]! * (3 - 2 * t) - slopes[k + 1]! * rest;
    return left * rest * rest + right * t * t;
  };
  const trusted = Uint8Array.from({ length: cells }, (_, k) => {
    const misses = [0.3, 0.5, 0.8].map((t) => {
      const exact = value((k + t) / perUnit - reach);
      return Math.abs(piece(k, t) - exact) / (1 + Math.abs(exact));
    });
    return misses.every((miss) => miss < tolerance) ? 1 : 0;
  });
  return (x) => {
    const place = (x + reach) * perUnit;
    const k = Math.floor(place);
    return trusted[k] === 1 ? piece(k, place - k) : value(x);
  };
}
