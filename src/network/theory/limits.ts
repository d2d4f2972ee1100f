import type { Curve } from '../../activations/properties/moments.ts';

/** Mean of φ′(0−)² and φ′(0+)²: E φ′(√q z)² as q → 0. */
export function slopeSquareAtZero({ df }: Curve): number {
  return (df(-1e-200) ** 2 + df(1e-200) ** 2) / 2;
}

/**
 * E φ′(√q z)² as q → ∞: the mean of the squared slopes far out on both sides. Where φ′ keeps oscillating (Snake) it
 * is an average over 4096 points, good to a few per cent; where φ′ keeps growing (squared ReLU) it is Infinity.
 */
export function slopeSquareAtInfinity({ df }: Curve): number {
  const left = df(-FAR) ** 2;
  const right = df(FAR) ** 2;
  const near = (df(-FAR / 1.7) ** 2 + df(FAR / 1.7) ** 2) / 2;
  const far = (left + right) / 2;
  if (Math.abs(far - near) <= 1e-12 * far) return far;
  const outer = averageSquare(df, FAR);
  return outer > 1.2 * averageSquare(df, FAR / 2) ? Number.POSITIVE_INFINITY : outer;
}

const FAR = 2 ** 30;
const POINTS = 4096;

function averageSquare(df: (x: number) => number, reach: number): number {
  let sum = 0;
  for (let i = 0; i < POINTS; i++) {
    // Multiples of the golden ratio mod 1 spread evenly and share no period with φ′.
    const x = reach * (1 + ((i * 0.6180339887498949) % 1));
    sum += df(x) ** 2 + df(-x) ** 2;
  }
  return sum / (2 * POINTS);
}

/** True when φ(t x) = t φ(x) for all t > 0, as for ReLU and its leaky relatives: every scale of input looks alike. */
export function isHomogeneous({ f }: Curve): boolean {
  return [-1.7, -0.6, 0.6, 1.7].every((x) => {
    const unit = f(x);
    return [-30, -3, 2, 7, 30].every((k) => {
      const expected = 2 ** k * unit;
      return Math.abs(f(2 ** k * x) - expected) <= 1e-14 * Math.abs(expected);
    });
  });
}
