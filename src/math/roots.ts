/**
 * Root of a continuous f between `a` and `b`, where f(a) and f(b) differ in sign, to the last bit of x.
 * Bisection guarded by inverse quadratic steps (Chandrupatla 1997); at most 200 evaluations.
 * For a jump from − to + it returns the place of the jump. Throws RangeError when the signs agree.
 */
export function findRoot(f: (x: number) => number, a: number, b: number): number {
  let [x1, x2, f1, f2] = [a, b, f(a), f(b)];
  if (f1 === 0) return x1;
  if (f2 === 0) return x2;
  if (!(f1 * f2 < 0) && Math.sign(f1) !== -Math.sign(f2)) {
    throw new RangeError(`no change of sign: f(${a}) = ${f1}, f(${b}) = ${f2}; expected opposite signs`);
  }
  let [x3, f3] = [x2, f2];
  let t = 0.5;
  for (let i = 0; i < 200; i++) {
    const x = x1 + t * (x2 - x1);
    const value = f(x);
    if (Math.sign(value) === Math.sign(f1)) {
      [x3, f3] = [x1, f1];
    } else {
      [x3, f3] = [x2, f2];
      [x2, f2] = [x1, f1];
    }
    [x1, f1] = [x, value];
    const best = Math.abs(f1) < Math.abs(f2) ? x1 : x2;
    const limit = (Number.EPSILON * Math.abs(best) + Number.MIN_VALUE) / Math.abs(x2 - x1);
    if (f1 === 0 || limit > 0.5) return best;
    const xi = (x1 - x2) / (x3 - x2);
    const phi = (f1 - f2) / (f3 - f2);
    const smooth = phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi;
    const step =
      (f1 / (f2 - f1)) * (f3 / (f2 - f3)) + ((x3 - x1) / (x2 - x1)) * (f1 / (f3 - f1)) * (f2 / (f3 - f2));
    t = Math.min(1 - limit, Math.max(limit, smooth && Number.isFinite(step) ? step : 0.5));
  }
  return Math.abs(f1) < Math.abs(f2) ? x1 : x2;
}

const GOLDEN = (3 - Math.sqrt(5)) / 2;

/**
 * Place of the maximum of a unimodal f on [a, b], to about 1e-8 relative: golden section with parabolic steps
 * (Brent 1973). Values that are not a number count as −∞. At most 100 evaluations.
 */
export function findMaximum(f: (x: number) => number, a: number, b: number): number {
  const value = (x: number) => {
    const v = f(x);
    return Number.isNaN(v) ? Number.POSITIVE_INFINITY : -v;
  };
  let [low, high] = [a, b];
  let x = low + GOLDEN * (high - low);
  let [w, v] = [x, x];
  let fx = value(x);
  let [fw, fv] = [fx, fx];
  let [step, last] = [0, 0];
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    const tolerance = 1e-9 * Math.abs(x) + 1e-12;
    if (Math.abs(x - middle) <= 2 * tolerance - (high - low) / 2) break;
    const r = (x - w) * (fx - fv);
    const q = (x - v) * (fx - fw);
    const move = ((x - v) * q - (x - w) * r) / (2 * (r - q));
    const inside = x + move > low && x + move < high;
    if (Math.abs(last) > tolerance && inside && Math.abs(move) < Math.abs(last) / 2) {
      [last, step] = [step, move];
    } else {
      last = x < middle ? high - x : low - x;
      step = GOLDEN * last;
    }
    const u = x + (Math.abs(step) >= tolerance ? step : Math.sign(step) * tolerance);
    const fu = value(u);
    if (fu <= fx) {
      if (u >= x) low = x;
      else high = x;
      [v, fv, w, fw, x, fx] = [w, fw, x, fx, u, fu];
    } else {
      if (u < x) low = u;
      else high = u;
      if (fu <= fw || w === x) [v, fv, w, fw] = [w, fw, u, fu];
      else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu];
    }
  }
  return x;
}
