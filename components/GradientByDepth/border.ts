import type { Activation } from '../../src/activations/activation.ts';
import { lengthStep } from '../../src/network/theory/lengthMap.ts';
import { isHomogeneous, slopeSquareAtZero } from '../../src/network/theory/limits.ts';

/** The corner of the (σ_w², σ_b²) plane that is drawn. */
export const phaseDomain = { sigmaW2: [0, 4], sigmaB2: [0, 1] } as const;

export type Place = readonly [sigmaW2: number, sigmaB2: number];

/** Where gradients of a plain network turn from vanishing to exploding in the long run, as σ_b² grows. */
export interface Border {
  /** Ensembles with χ₁ = 1: gradients keep their size. */
  readonly critical: readonly Place[];
  /** Where χ₁ passes 1 by a jump: lengths run away right of it, and nowhere do gradients keep their size. */
  readonly jump: readonly Place[];
  /** σ_w² of the border at σ_b² = 0, also outside the drawn corner; null where there is none. */
  readonly foot: number | null;
}

const known = new Map<string, Border>();

export function borderOf(activation: Activation): Border {
  const found = known.get(activation.spec);
  if (found) return found;
  if (known.size > 60) known.clear();
  const border = isHomogeneous(activation) ? vertical(activation) : traced(activation);
  known.set(activation.spec, border);
  return border;
}

/** A function without a scale, like ReLU, has the same mean squared slope at every q: its border is vertical. */
function vertical(activation: Activation): Border {
  const foot = 1 / slopeSquareAtZero(activation);
  if (!Number.isFinite(foot)) return { critical: [], jump: [], foot: null };
  const inside = foot <= phaseDomain.sigmaW2[1];
  return { critical: inside ? phaseDomain.sigmaB2.map((b): Place => [foot, b]) : [], jump: [], foot };
}

const heights = Array.from({ length: 26 }, (_, i) => (i / 25) ** 2 * phaseDomain.sigmaB2[1]);

/** Farther than this from 1 on one side of the border, χ₁ jumps. */
const jumps = 0.02;

function traced(activation: Activation): Border {
  const table = tableOf(activation);
  const chi = (sigmaW2: number, sigmaB2: number): number => longRun(table, sigmaW2, sigmaB2);
  const critical: Place[] = [];
  const jump: Place[] = [];
  for (const b of heights) {
    const w = crossing((v) => chi(v, b), 0.02, phaseDomain.sigmaW2[1] * 1.1);
    if (w === null) continue;
    const onJump = [w * (1 - 1e-5), w * (1 + 1e-5)].some((v) => Math.abs(chi(v, b) - 1) > jumps);
    (onJump ? jump : critical).push([w, b]);
  }
  // The two parts meet.
  if (jump.length > 0 && critical.length > 0) {
    const below = jump[0]![1] < critical[0]![1];
    if (below) jump.push(critical[0]!);
    else jump.unshift(critical.at(-1)!);
  }
  return { critical, jump, foot: crossing((v) => chi(v, 0), 0.02, 1e4) };
}

/** Where `chi` passes 1 upwards between two variances, or null. */
function crossing(chi: (sigmaW2: number) => number, low: number, high: number): number | null {
  const steps = Math.ceil(Math.log(high / low) / Math.log(1.15));
  const ratio = (high / low) ** (1 / steps);
  for (let i = 0, at = low; i < steps; i++, at *= ratio) {
    if (!(chi(at) < 1 && chi(at * ratio) >= 1)) continue;
    let [from, to] = [at, at * ratio];
    for (let k = 0; k < 24; k++) {
      const middle = (from + to) / 2;
      if (chi(middle) < 1) from = middle;
      else to = middle;
    }
    return to;
  }
  return null;
}

interface Row {
  readonly q: number;
  /** E φ² and E φ′² at q; Infinity where they diverge. */
  readonly square: number;
  readonly slopeSquare: number;
}

/** The two averages on a grid of lengths: following q through it takes no more integrals. */
const tableOf = (activation: Activation): Row[] =>
  Array.from({ length: 61 }, (_, i) => {
    const q = 10 ** (-4 + i / 6);
    const { next: square, chi: slopeSquare } = lengthStep(activation, { sigmaW2: 1 }, q);
    return { q, square, slopeSquare };
  });

/** χ₁ where the length settles that starts at σ_w² + σ_b², as `fixedPoint` does exactly; read off the table. */
function longRun(table: readonly Row[], sigmaW2: number, sigmaB2: number): number {
  const excess = ({ q, square }: Row): number => (sigmaW2 * square + sigmaB2) / q - 1;
  const last = table.length - 1;
  const start = sigmaW2 + sigmaB2;
  const k = Math.min(
    Math.max(
      table.findIndex(({ q }) => q >= start),
      1,
    ),
    last,
  );
  let [low, high] = [k - 1, k];
  // Lengths grow or shrink from the start on until the first row where they no longer would.
  if (excess(between(table[low]!, table[high]!, start)) > 0) {
    while (high < last && excess(table[high]!) > 0) high++;
    low = high - 1;
  } else {
    while (low > 0 && excess(table[low]!) <= 0) low--;
    high = low + 1;
  }
  const [from, to] = [excess(table[low]!), excess(table[high]!)];
  const share = from > 0 === to > 0 ? Number(from > 0) : from / (from - to);
  const [below, above] = [table[low]!.slopeSquare, table[high]!.slopeSquare];
  return sigmaW2 * (share === 1 ? above : below + share * (above - below));
}

/** A row at a length between two others; averages go like powers of q there. */
function between(low: Row, high: Row, q: number): Row {
  const share = Math.log(q / low.q) / Math.log(high.q / low.q);
  return { q, square: low.square ** (1 - share) * high.square ** share, slopeSquare: Number.NaN };
}
