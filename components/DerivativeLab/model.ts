import type { Activation, Kink } from '../../src/activations/activation.ts';
import { differentiate, type Program, parseFormula } from '../../src/activations/formula/index.ts';
import { findActivation } from '../../src/activations/index.ts';
import { centralDifference, forwardDifference } from '../../src/activations/properties/derivatives.ts';
import type { Settings } from '../../src/figure/settings.ts';
import type { controls } from './controls.ts';
import { reverseDerivative } from './reverse.ts';

/** Errors of the two differences at one step size. */
export interface ErrorRow {
  /** log₁₀ h. */
  readonly exponent: number;
  readonly forward: number;
  readonly central: number;
}

/** The derivative of one function at one point, in five ways. */
export interface Lab {
  readonly show: string;
  readonly activation: Activation;
  readonly x: number;
  readonly h: number;
  readonly zoom: number;
  /** False where the chords of the differences are too short to be told from a point under the microscope. */
  readonly chordsSeen: boolean;
  readonly analytic: number;
  readonly forward: number;
  readonly central: number;
  /** Dual numbers and reverse mode on the function's formula; null where a reader's function has none. */
  readonly dual: number | null;
  readonly reverse: number | null;
  readonly errors: readonly ErrorRow[];
  /** The corner or jump of slope at x, or null; also where the slope is no finite number, as at a pole. */
  readonly kink: Kink | null;
  /** Slopes on both sides of the kink. */
  readonly sides: { readonly left: number; readonly right: number } | null;
  /** Functions drawn with f, f′ and f″; the first is φ. */
  readonly compared: readonly Activation[];
}

/** Four step sizes a decade from 10⁻¹ to 10⁻¹⁵. */
export const exponents: readonly number[] = Array.from({ length: 57 }, (_, i) => -1 - i / 4);

/** |difference − exact| at every step size. */
export function errorRows({ f }: Pick<Activation, 'f'>, x: number, exact: number): ErrorRow[] {
  return exponents.map((exponent) => {
    // Math.pow may miss the decimal that a reader would type; 1e-5 is the double nearest to 10⁻⁵.
    const h = Number.isInteger(exponent) ? Number(`1e${exponent}`) : 10 ** exponent;
    return {
      exponent,
      forward: Math.abs(forwardDifference(f, x, h) - exact),
      central: Math.abs(centralDifference(f, x, h) - exact),
    };
  });
}

function programOf({ code, values }: Activation): Program | null {
  try {
    return parseFormula(code, { numbers: values });
  } catch {
    // A reader's cell may be more than a formula.
    return null;
  }
}

/** A kink knows the limits of what jumps; where φ itself does, its slopes are found close by. */
function sidesOf({ df }: Activation, { of, x, left, right }: Kink): { left: number; right: number } {
  return of === 'df' ? { left, right } : { left: df(x - 1e-7), right: df(x + 1e-7) };
}

/** Everything the lab shows. */
export function lab(values: Settings<typeof controls>): Lab {
  const { phi, x, digits, show, zoom, count, second, third } = values;
  const activation = findActivation(phi);
  const h = Number(`1e-${Math.round(digits)}`);
  const analytic = activation.df(x);
  const program = programOf(activation);
  const near = activation.kinks.find(({ of, x: at }) => of !== 'd2f' && Math.abs(at - x) < 1e-9);
  const kink = near && Number.isFinite(analytic) ? near : null;
  return {
    show,
    activation,
    x,
    h,
    zoom: 10 ** -zoom,
    chordsSeen: h >= 10 ** -zoom / 50,
    analytic,
    forward: forwardDifference(activation.f, x, h),
    central: centralDifference(activation.f, x, h),
    dual: program && differentiate(program, x).d,
    // A formula without x in it has no share to hand back, and no slope where it has no value.
    reverse: program && (Number.isNaN(activation.f(x)) ? Number.NaN : reverseDerivative(program, x)),
    errors: errorRows(activation, x, analytic),
    kink,
    sides: kink && sidesOf(activation, kink),
    compared: [...new Set([phi, ...[second, third].slice(0, Number(count))])].map(findActivation),
  };
}
