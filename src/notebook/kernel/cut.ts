/** A part of a library's file that readers need not load: from one text up to another, and what stands in for it. */
export interface Cut {
  readonly from: string;
  /** The first text after the part; it stays. */
  readonly to: string;
  readonly put: string;
}

/** Cuts by the file that they are made in. */
export type CutList = readonly (readonly [file: RegExp, cuts: readonly Cut[]])[];
