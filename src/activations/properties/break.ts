/** A place where f jumps or has a pole, f′ jumps, or only f″ jumps. */
export interface Break {
  readonly x: number;
  readonly of: 'pole' | 'f' | 'df' | 'd2f';
  /** One-sided values, next to x, of the function that breaks; slopes are ±Infinity at a vertical tangent. */
  readonly left: number;
  readonly right: number;
}

/** What is left of a cell in which the signal jumps. */
export interface Jump {
  readonly x: number;
  readonly left: number;
  readonly right: number;
}
