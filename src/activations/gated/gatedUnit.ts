import type { Activation, FloatArray } from '../activation.ts';
import { backwardOfTwo, combine } from '../arrays.ts';

/**
 * A gated unit g(a, b) = a·gate(b): one linear map carries the signal a, another works the gate b.
 * In a layer a = xW + c and b = xV + d, both of the layer's width. Sources: Dauphin et al. 2017; Shazeer 2020.
 */
export interface GatedUnit {
  readonly id: string;
  readonly label: string;
  readonly family: 'gated';
  readonly names: Activation['names'];
  /** Formula in TeX, right-hand side only, and as TypeScript, in a and b. */
  readonly tex: string;
  readonly code: string;
  /** The scalar function that works the gate. */
  readonly gate: Activation;
  f(a: number, b: number): number;
  /** ∂f/∂a = gate(b). */
  da(a: number, b: number): number;
  /** ∂f/∂b = a·gate′(b). */
  db(a: number, b: number): number;
  /** Writes f(a[i], b[i]) to out[i]; `out` may be `a` or `b`. Throws RangeError when lengths differ. */
  forward<T extends FloatArray>(a: T, b: T, out: T): T;
  /**
   * Writes upstream[i]·∂f/∂a to outA[i] and upstream[i]·∂f/∂b to outB[i]. Either may be any of the three inputs, but not
   * the other. Throws RangeError when lengths, TypeError when precisions differ.
   */
  backward<T extends FloatArray>(a: T, b: T, upstream: T, outA: T, outB: T): void;
  readonly relatives: readonly string[];
  readonly year: number;
  /** Key in `content/references.yaml`. */
  readonly source: string;
}

type Definition = Omit<GatedUnit, 'family' | 'f' | 'da' | 'db' | 'forward' | 'backward'>;

/** Completes the record of a gated unit from its gate. */
export function defineGated(definition: Definition): GatedUnit {
  const { gate } = definition;
  const f = (a: number, b: number) => a * gate.f(b);
  const da = (_: number, b: number) => gate.f(b);
  const db = (a: number, b: number) => a * gate.df(b);
  return {
    ...definition,
    family: 'gated',
    f,
    da,
    db,
    forward: (a, b, out) => combine(f, a, b, out),
    backward: (a, b, upstream, outA, outB) => backwardOfTwo({ da, db }, a, b, upstream, outA, outB),
  };
}
