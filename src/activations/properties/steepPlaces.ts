import type { Break, Jump } from './break.ts';
import type { Scalar } from './probe.ts';

/** True where f is no number, or a thousand times larger than a thousandth away. */
export function isPole(f: Scalar, { x, left, right }: Jump): boolean {
  if (!Number.isFinite(left) || !Number.isFinite(right)) return true;
  const width = 1e-3 * Math.max(1, Math.abs(x));
  const around = Math.max(Math.abs(f(x - width)), Math.abs(f(x + width)), 1);
  return Math.max(Math.abs(left), Math.abs(right)) > 1e3 * around;
}

/**
 * A place next to x where f is continuous but steeper the closer one looks, like a root at 0: slopes that grow tenfold
 * from h = 1e-6 to 1e-10 count as infinite. The other side keeps the slope it has.
 */
export function cusp(f: Scalar, { x, left, right }: Jump): Break | null {
  for (const at of decimalsNear(x, 1e-6 * Math.max(1, Math.abs(x)))) {
    const slope = (h: number) => (f(at + h) - f(at)) / h;
    const side = (h: number, seen: number) => {
      const [near, nearer] = [slope(1e4 * h), slope(h)];
      return Math.abs(nearer) > Math.max(1e3, 10 * Math.abs(near)) ? Math.sign(nearer) * Infinity : seen;
    };
    // A jump or pole is as steep, but its change does not shrink with h.
    const change = (h: number) => Math.abs(f(at + h) - f(at - h)) + Math.abs(f(at + h) - f(at));
    if (!(change(1e-10) < 0.5 * change(1e-6))) continue;
    const [before, after] = [side(-1e-10, left), side(1e-10, right)];
    if (Number.isFinite(before) && Number.isFinite(after)) continue;
    return { x: at, of: 'df', left: before, right: after };
  }
  return null;
}

/** The pole of f beside x where f leaves and returns on the same side, like 1/x²: f itself shows no jump there. */
export function evenPole(f: Scalar, x: number): Break | null {
  const reach = 1e-7 * Math.max(1, Math.abs(x));
  const [left, right] = [f(x - reach), f(x + reach)];
  if (!isPole(f, { x, left, right })) return null;
  return { x: roundest(f, x, 10 * reach), of: 'pole', left, right };
}

/** The shortest decimal within `slack` of x at which f is no smaller, or x itself. */
function roundest(f: Scalar, x: number, slack: number): number {
  const size = Math.abs(f(x));
  return decimalsNear(x, slack).find((y) => !(Math.abs(f(y)) < size)) ?? x;
}

/** Decimals within `slack` of x, shortest first: odd places usually sit at 0, 3, −2.5. */
function decimalsNear(x: number, slack: number): number[] {
  const decimals = Array.from({ length: 15 }, (_, i) => Number(x.toPrecision(i + 1)));
  return [...new Set([0, ...decimals, x])].filter((y) => Math.abs(y - x) <= slack);
}
