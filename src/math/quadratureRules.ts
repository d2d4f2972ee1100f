/** Nodes and weights of a quadrature rule: ∫ g ≈ Σ weights[i]·g(nodes[i]). */
export interface Rule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

const legendreRules = new Map<number, Rule>();
const hermiteRules = new Map<number, Rule>();

/**
 * Gauss–Legendre rule on [−1, 1] with n points, exact for polynomials up to degree 2n − 1.
 * Nodes ascend. Throws RangeError unless n is an integer of 1…512.
 */
export function gaussLegendre(n: number): Rule {
  return cached(legendreRules, n, buildLegendre);
}

/**
 * Gauss–Hermite rule for z ~ N(0,1) with n points: E g(z) ≈ Σ weights[i]·g(nodes[i]); weights sum to 1.
 * Exact for polynomials up to degree 2n − 1; poor for functions with kinks (use `normalExpectation`).
 * Nodes ascend. Throws RangeError unless n is an integer of 1…512.
 */
export function gaussHermite(n: number): Rule {
  return cached(hermiteRules, n, buildHermite);
}

function cached(rules: Map<number, Rule>, n: number, build: (n: number) => Rule): Rule {
  if (!Number.isInteger(n) || n < 1 || n > 512) {
    throw new RangeError(`invalid number of quadrature points: ${n}; expected an integer of 1…512`);
  }
  let rule = rules.get(n);
  if (!rule) {
    rule = build(n);
    rules.set(n, rule);
  }
  return rule;
}

function buildLegendre(n: number): Rule {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    // Tricomi's estimate of the i-th root; Newton needs three or four steps from there.
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 8; step++) {
      const [value, previous] = legendre(n, x);
      slope = (n * (x * value - previous)) / (x * x - 1);
      x -= value / slope;
    }
    nodes[n - 1 - i] = x;
    weights[n - 1 - i] = 2 / ((1 - x * x) * slope * slope);
  }
  return symmetric(nodes, weights, 2);
}

function legendre(n: number, x: number): [number, number] {
  let previous = 1;
  let value = x;
  for (let k = 2; k <= n; k++) {
    [previous, value] = [value, ((2 * k - 1) * x * value - (k - 1) * previous) / k];
  }
  return [value, previous];
}

function buildHermite(n: number): Rule {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  const reach = 2 * Math.sqrt(n) + 1;
  for (let i = 0; i < n; i++) {
    // The i-th root from below is where exactly i roots lie to the left: bisect on that count, then polish.
    let [low, high] = [-reach, reach];
    while (high - low > 1e-6) {
      const middle = (low + high) / 2;
      if (rootsBelow(n, middle) > i) high = middle;
      else low = middle;
    }
    let x = (low + high) / 2;
    for (let step = 0; step < 3; step++) x -= hermite(n, x).newton;
    nodes[i] = x;
    weights[i] = 1 / hermite(n, x).squares;
  }
  return symmetric(nodes, weights, 1);
}

/** Number of roots of He_n below x: negative pivots of the Jacobi matrix minus x (Sturm's count). */
function rootsBelow(n: number, x: number): number {
  let pivot = -x;
  let count = pivot < 0 ? 1 : 0;
  for (let k = 1; k < n; k++) {
    pivot = -x - k / (pivot === 0 ? 1e-300 : pivot);
    if (pivot < 0) count++;
  }
  return count;
}

/** Newton step h_n/h_n′ and Σ_{k<n} h_k², with the orthonormal polynomials scaled to stay finite. */
function hermite(n: number, x: number): { newton: number; squares: number } {
  let previous = 0;
  let value = 1;
  let squares = 0;
  let scale = 1;
  for (let k = 0; k < n; k++) {
    squares += value * value;
    [previous, value] = [value, (x * value - Math.sqrt(k) * previous) / Math.sqrt(k + 1)];
    if (Math.abs(value) > 1e100) {
      value *= 1e-100;
      previous *= 1e-100;
      squares *= 1e-200;
      scale *= 1e100;
    }
  }
  return { newton: value / (Math.sqrt(n) * previous), squares: squares * scale * scale };
}

/** Makes nodes exactly odd and weights exactly even, with the given sum: odd integrands then vanish exactly. */
function symmetric(nodes: Float64Array, weights: Float64Array, total: number): Rule {
  const n = nodes.length;
  for (let i = 0, j = n - 1; i <= j; i++, j--) {
    const node = (nodes[j]! - nodes[i]!) / 2;
    const weight = (weights[j]! + weights[i]!) / 2;
    nodes[i] = i === j ? 0 : -node;
    nodes[j] = i === j ? 0 : node;
    weights[i] = weight;
    weights[j] = weight;
  }
  const sum = weights.reduce((a, b) => a + b, 0);
  return { nodes, weights: weights.map((w) => (w * total) / sum) };
}
