/** One change that would mend a formula, as a button. */
export interface Repair {
  readonly label: string;
  readonly text: string;
}
