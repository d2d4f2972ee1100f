/**
 * PReLU with a learned slope (He et al. 2015, arXiv:1502.01852): x if x > 0, else αx; α is `slope[unit]`, or `slope[0]`
 * for a whole layer. `out` may be `x`.
 */
export function slopeForward(x: Float64Array, out: Float64Array, units: number, slope: Float64Array): void {
  const step = slope.length === 1 ? 0 : 1;
  for (let i = 0; i < x.length; i += units) {
    for (let j = 0; j < units; j++) out[i + j] = x[i + j]! > 0 ? x[i + j]! : slope[j * step]! * x[i + j]!;
  }
}

/** Turns the upstream gradient into ∂L/∂x in place (slope α at 0) and writes ∂L/∂α = Σ upstream · min(0, x). */
export function slopeBackward(
  x: Float64Array,
  gradient: Float64Array,
  units: number,
  slope: Float64Array,
  slopeGradient: Float64Array,
): void {
  const step = slope.length === 1 ? 0 : 1;
  slopeGradient.fill(0);
  for (let i = 0; i < x.length; i += units) {
    for (let j = 0; j < units; j++) {
      const k = j * step;
      if (x[i + j]! > 0) continue;
      slopeGradient[k] = slopeGradient[k]! + gradient[i + j]! * x[i + j]!;
      gradient[i + j] = gradient[i + j]! * slope[k]!;
    }
  }
}
