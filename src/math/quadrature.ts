export { gaussHermite, gaussLegendre, type Rule } from './quadratureRules.ts';

/** Writes the components of a vector-valued integrand at x into `out`. */
export type Integrand = (x: number, out: Float64Array) => void;

export interface IntegrationOptions {
  /** Points inside the interval where the integrand has a kink or a jump. */
  readonly breaks?: readonly number[];
  /** Target error of each component relative to ∫|component|; default 1e-15. */
  readonly tolerance?: number;
  /** Most panels of 21 points to spend; default 600. */
  readonly maxPanels?: number;
}

export interface Integral {
  readonly values: Float64Array;
  /** Estimated absolute error of each component, rounding included; NaN or Infinity where nothing is known. */
  readonly errors: Float64Array;
  /** Number of integrand evaluations. */
  readonly evaluations: number;
  /** False when a component is not finite or the panels ran out before the tolerance was met. */
  readonly converged: boolean;
}

// Nodes and weights of the 21-point Kronrod rule and the embedded 10-point Gauss rule: QUADPACK, routine DQK21.
// Index 0 is the centre; odd indices belong to both rules.
const NODES = [
  0, 0.14887433898163122, 0.2943928627014602, 0.4333953941292472, 0.5627571346686047, 0.6794095682990244,
  0.7808177265864169, 0.8650633666889845, 0.9301574913557082, 0.9739065285171717, 0.9956571630258081,
];
const KRONROD = [
  0.1494455540029169, 0.14773910490133849, 0.14277593857706009, 0.13470921731147334, 0.12349197626206584,
  0.10938715880229764, 0.0931254545836976, 0.07503967481091996, 0.054755896574351995, 0.032558162307964725,
  0.011694638867371874,
];
const GAUSS = [
  0, 0.29552422471475287, 0, 0.26926671930999635, 0, 0.21908636251598204, 0, 0.1494513491505806, 0,
  0.06667134430868814, 0,
];

interface Panel {
  readonly a: number;
  readonly b: number;
  readonly values: Float64Array;
  readonly errors: Float64Array;
  readonly magnitudes: Float64Array;
}

/**
 * Integrates `size` functions at once over [a, b] by adaptive Gauss–Kronrod panels (10 and 21 points), split at
 * `breaks`. Pieces that are smooth between breaks reach about 1e-14 relative. Never evaluates an end point or a
 * break. Throws RangeError when a or b is not finite. Source: Piessens et al. 1983, QUADPACK.
 */
export function integrateMany(
  size: number,
  integrand: Integrand,
  a: number,
  b: number,
  { breaks = [], tolerance = 1e-15, maxPanels = 600 }: IntegrationOptions = {},
): Integral {
  if (!Number.isFinite(a) || !Number.isFinite(b)) {
    throw new RangeError(`invalid interval: [${a}, ${b}]; expected finite ends`);
  }
  if (b < a) {
    const flipped = integrateMany(size, integrand, b, a, { breaks, tolerance, maxPanels });
    return { ...flipped, values: flipped.values.map((v) => -v) };
  }
  const cuts = cutPoints(a, b, breaks);
  const panels: Panel[] = [];
  for (let i = 1; i < cuts.length; i++) panels.push(panel(size, integrand, cuts[i - 1]!, cuts[i]!));
  return refine(size, integrand, panels, { tolerance, maxPanels });
}

/** Bisects the panels that are not accurate yet, last first, and adds up the rest. */
function refine(
  size: number,
  integrand: Integrand,
  panels: Panel[],
  { tolerance, maxPanels }: { readonly tolerance: number; readonly maxPanels: number },
): Integral {
  const scales = new Float64Array(size);
  for (const { magnitudes } of panels) accumulate(scales, magnitudes);
  let count = panels.length;
  let converged = true;
  const values = new Float64Array(size);
  const errors = new Float64Array(size);
  while (panels.length > 0) {
    const top = panels.pop()!;
    const middle = (top.a + top.b) / 2;
    const whole = middle <= top.a || middle >= top.b;
    const done = isAccurate(top, scales, tolerance) || whole;
    const hopeless = count + 2 > maxPanels || !top.values.every(Number.isFinite);
    if (done || hopeless) {
      converged &&= done;
      accumulate(values, top.values);
      // Between neighbouring numbers nothing can be judged: beside a singularity all may be missing.
      for (let c = 0; c < size; c++) errors[c]! += whole ? top.magnitudes[c]! : errorOf(top, c);
    } else {
      count += 2;
      panels.push(panel(size, integrand, middle, top.b), panel(size, integrand, top.a, middle));
    }
  }
  return { values, errors, evaluations: count * 21, converged };
}

function accumulate(total: Float64Array, more: Float64Array): void {
  for (let c = 0; c < total.length; c++) total[c]! += more[c]!;
}

/** ∫ f over [a, b]; see `integrateMany`. */
export function integrate(
  f: (x: number) => number,
  a: number,
  b: number,
  options?: IntegrationOptions,
): number {
  const scalar: Integrand = (x, out) => {
    out[0] = f(x);
  };
  return integrateMany(1, scalar, a, b, options).values[0]!;
}

function cutPoints(a: number, b: number, breaks: readonly number[]): number[] {
  const inside = breaks.filter((x) => x > a && x < b).sort((p, q) => p - q);
  return [a, ...inside.filter((x, i) => i === 0 || x > inside[i - 1]!), b];
}

function panel(size: number, integrand: Integrand, a: number, b: number): Panel {
  const centre = (a + b) / 2;
  const half = (b - a) / 2;
  const out = new Float64Array(size);
  const values = new Float64Array(size);
  const errors = new Float64Array(size);
  const magnitudes = new Float64Array(size);
  for (let i = -10; i <= 10; i++) {
    const k = Math.abs(i);
    integrand(centre + (i < 0 ? -half : half) * NODES[k]!, out);
    for (let c = 0; c < size; c++) {
      const v = out[c]! * half;
      values[c]! += KRONROD[k]! * v;
      magnitudes[c]! += KRONROD[k]! * Math.abs(v);
      errors[c]! += (KRONROD[k]! - GAUSS[k]!) * v;
    }
  }
  return { a, b, values, errors, magnitudes };
}

function isAccurate({ errors, magnitudes }: Panel, scales: Float64Array, tolerance: number): boolean {
  for (let c = 0; c < errors.length; c++) {
    const gap = Math.abs(errors[c]!);
    const magnitude = magnitudes[c]!;
    if (!Number.isFinite(magnitude)) return false;
    if (truncation(gap, magnitude) > tolerance * scales[c]!) return false;
  }
  return true;
}

/** The gap is the error of the Gauss rule; QUADPACK's law (200 gap/size)^1.5 turns it into one of the Kronrod rule. */
function truncation(gap: number, magnitude: number): number {
  const estimate = magnitude > 0 ? magnitude * Math.min(1, ((200 * gap) / magnitude) ** 1.5) : 0;
  return Math.min(gap, estimate);
}

/** No sum is better than its rounding, which QUADPACK takes for 50 ε of what was added up. */
function errorOf({ errors, magnitudes }: Panel, c: number): number {
  const magnitude = magnitudes[c]!;
  return Math.max(truncation(Math.abs(errors[c]!), magnitude), 50 * Number.EPSILON * magnitude);
}

const NORMALISER = 1 / Math.sqrt(2 * Math.PI);
// P(|z| > 13) = 1e-38: what lies beyond matters only for functions that grow exponentially; 38 is where φ(z) underflows.
const BODY = 13;
const TAIL = 38;
const GRID = [-6, -3, 0, 3, 6];

/**
 * E g_c(z) for z ~ N(0,1) of `size` functions at once, to about 1e-14 relative to E|g_c| when `breaks` holds every
 * kink in z. Components that are not finite somewhere give NaN or ±Infinity with `converged: false`.
 */
export function normalExpectations(size: number, g: Integrand, options: IntegrationOptions = {}): Integral {
  const weighted: Integrand = (z, out) => {
    g(z, out);
    const density = NORMALISER * Math.exp((-z * z) / 2);
    for (let c = 0; c < size; c++) out[c]! *= density;
  };
  const inner = { ...options, breaks: [...GRID, ...(options.breaks ?? [])] };
  const body = integrateMany(size, weighted, -BODY, BODY, inner);
  const parts = [body];
  for (const side of [-1, 1]) {
    if (!matters(weighted, side * BODY, body.values)) continue;
    const tail = integrateMany(size, weighted, side * BODY, side * TAIL, options);
    parts.push(side < 0 ? { ...tail, values: tail.values.map((v) => -v) } : tail);
  }
  const total = (of: 'values' | 'errors') =>
    body[of].map((_, c) => parts.reduce((sum, part) => sum + part[of][c]!, 0));
  return {
    values: total('values'),
    errors: total('errors'),
    evaluations: parts.reduce((sum, part) => sum + part.evaluations, 0),
    converged: parts.every((part) => part.converged),
  };
}

function matters(weighted: Integrand, z: number, values: Float64Array): boolean {
  const edge = new Float64Array(values.length);
  weighted(z, edge);
  return edge.some((v, c) => Math.abs(v) > 1e-17 * Math.abs(values[c]!) && Math.abs(v) > 1e-30);
}

/** E g(z) for z ~ N(0,1); see `normalExpectations`. */
export function normalExpectation(g: (z: number) => number, options?: IntegrationOptions): number {
  const scalar: Integrand = (z, out) => {
    out[0] = g(z);
  };
  return normalExpectations(1, scalar, options).values[0]!;
}
