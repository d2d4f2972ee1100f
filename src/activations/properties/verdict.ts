/** A property in two or three words, and the witness that lets the reader check it. */
export interface Verdict {
  readonly head: string;
  readonly witness: string;
}
