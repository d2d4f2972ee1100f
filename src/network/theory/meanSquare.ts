import { type Curve, moments } from '../../activations/properties/moments.ts';
import { normalDensity } from '../../math/special.ts';
import { orInfinite } from './divergence.ts';

/** E φ(√q z)², z ~ N(0,1), at any q ≥ 0; Infinity where it diverges. */
export interface MeanSquare {
  (q: number): number;
  /** What it may be off by at q, beyond 1e-13 of it. */
  errorAt(q: number): number;
}

/** No function of the book that can be integrated to 1e-14 takes more panels, whatever q. */
const enough = 160;

/**
 * The mean square of φ for those who ask at many q: from φ alone, whose slope takes longer, to 1e-13. Once panels fail to
 * resolve φ (a hundred ripples, or waves far out) all further q are read from one set of samples, see `fromSamples`.
 */
export function meanSquareOf(phi: Curve): MeanSquare {
  const valuesOnly = { f: phi.f, df: () => 0, kinks: phi.kinks };
  let samples: Sampled | null = null;
  const at = (q: number): number => {
    if (samples && q > 0) return samples(q).value;
    const { square, converged } = moments(valuesOnly, q, { only: 'square', maxPanels: enough });
    if (converged || !Number.isFinite(orInfinite(phi.f, q, square))) return square;
    samples = fromSamples(phi);
    return samples(q).value;
  };
  return Object.assign((q: number) => orInfinite(phi.f, q, at(q)), {
    errorAt: (q: number) => (samples && q > 0 ? samples(q).error : 0),
  });
}

/** Samples per factor e of |x|. */
const perE = 512;
/** The densities below exp(−12) and above exp(2.5) standard deviations: what is left out below is closed by hand. */
const [LOW, HIGH] = [-12, 2.5];

/** φ(x)² + φ(−x)² at x = exp(i/perE): facts of a function, kept as long as it is. */
const sampled = new WeakMap<Curve, Map<number, number>>();

type Sampled = (q: number) => { readonly value: number; readonly error: number };

/**
 * With x = √q z = ±e^u the mean is a convolution over u, so that all q share their samples: 36 000 of them serve q from 1 to 2^60,
 * where panels take 12 600 for each q. The trapezoid rule is as good as exact (1e-11) while two samples fall on every wave of φ²;
 * corners leave 1e-6, jumps 1e-4, and waves that are too fast are sampled as by chance: a few per cent of their part. Chance
 * shows in the second differences of the summands, which are small where samples follow the waves: `error` is six deviations.
 */
function fromSamples(phi: Curve): Sampled {
  const known = sampled.get(phi) ?? new Map<number, number>();
  sampled.set(phi, known);
  const pair = (i: number): number => {
    const found = known.get(i);
    if (found !== undefined) return found;
    const x = Math.exp(i / perE);
    const fresh = phi.f(x) ** 2 + phi.f(-x) ** 2;
    known.set(i, fresh);
    return fresh;
  };
  return (q) => {
    const shift = Math.log(q) / 2;
    const first = Math.ceil((shift + LOW) * perE);
    const last = Math.floor((shift + HIGH) * perE);
    const summand = (i: number): number => {
      const z = Math.exp(i / perE - shift);
      return pair(i) * z * normalDensity(z);
    };
    let [before, here] = [summand(first), summand(first + 1)];
    // Between −z and z of the first sample φ² hardly changes.
    let sum = before * (perE + 0.5) + here;
    let chance = 0;
    for (let i = first + 2; i <= last; i++) {
      const after = summand(i);
      sum += after;
      chance += (before - 2 * here + after) ** 2;
      [before, here] = [here, after];
    }
    return { value: sum / perE, error: (6 * Math.sqrt(chance / 6)) / perE };
  };
}
