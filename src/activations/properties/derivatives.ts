import type { Scalar } from './probe.ts';

/** (f(x + h) − f(x))/h; error about h|f″|/2 + ε|f|/h. */
export function forwardDifference(f: Scalar, x: number, h: number): number {
  return (f(x + h) - f(x)) / h;
}

/** (f(x) − f(x − h))/h. */
export function backwardDifference(f: Scalar, x: number, h: number): number {
  return (f(x) - f(x - h)) / h;
}

/** (f(x + h) − f(x − h))/(2h); error about h²|f‴|/6 + ε|f|/h. At a kink the mean of the two slopes. */
export function centralDifference(f: Scalar, x: number, h: number): number {
  return (f(x + h) - f(x - h)) / (2 * h);
}

/** Steps 10⁻¹ … 10⁻¹⁵, at which the error curve is drawn. */
export const differenceSteps: readonly number[] = Array.from({ length: 15 }, (_, k) => 10 ** -(k + 1));

/** Steps that balance truncation and rounding for functions of ordinary size: 2⁻²⁶ and (3·2⁻⁵³)^(1/3). */
export const bestSteps = { forward: 2 ** -26, central: Math.cbrt(3 * 2 ** -53) } as const;

/** Errors of the two difference quotients for one step h. */
export interface DifferenceError {
  readonly h: number;
  readonly forward: number;
  readonly central: number;
}

/**
 * |difference quotient − exact| at x over the steps h: V-shaped on log–log axes, truncation on the right, rounding on
 * the left. `exact` is f′(x). Source: Baydin et al. 2018, section 2.
 */
export function differenceErrors(
  f: Scalar,
  exact: number,
  x: number,
  steps: readonly number[] = differenceSteps,
): DifferenceError[] {
  return steps.map((h) => ({
    h,
    forward: Math.abs(forwardDifference(f, x, h) - exact),
    central: Math.abs(centralDifference(f, x, h) - exact),
  }));
}

/** One derivative found in several ways. */
export interface DerivativeComparison {
  readonly analytic: number;
  /** By dual numbers; null when no dual form is at hand. */
  readonly automatic: number | null;
  /** Slopes from both sides, with the best forward step. */
  readonly left: number;
  readonly right: number;
  readonly central: number;
  /** Central differences of f′, against f″. */
  readonly second: { readonly analytic: number; readonly automatic: number | null; readonly central: number };
}

/**
 * f′ and f″ at x: as stated, by dual numbers (value, first and second derivative at x), by differences with the best
 * steps, scaled by max(1, |x|). At a kink the five numbers differ, and that is the point.
 */
export function compareDerivatives(
  { f, df, d2f }: { readonly f: Scalar; readonly df: Scalar; readonly d2f: Scalar },
  x: number,
  automatic?: (x: number) => { readonly d: number; readonly dd: number },
): DerivativeComparison {
  const scale = Math.max(1, Math.abs(x));
  const dual = automatic?.(x);
  return {
    analytic: df(x),
    automatic: dual?.d ?? null,
    left: backwardDifference(f, x, bestSteps.forward * scale),
    right: forwardDifference(f, x, bestSteps.forward * scale),
    central: centralDifference(f, x, bestSteps.central * scale),
    second: {
      analytic: d2f(x),
      automatic: dual?.dd ?? null,
      central: centralDifference(df, x, bestSteps.central * scale),
    },
  };
}
