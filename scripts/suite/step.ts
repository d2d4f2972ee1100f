import type { Counts } from './counts.ts';

/** One step of the suite. */
export interface Step {
  readonly name: string;
  /** Names of the steps that must have passed before this one can start. */
  readonly needs: readonly string[];
  /** How many of the machine's cores the step keeps busy; 0 for one that mostly waits. */
  readonly cores: number;
  readonly perform: () => Promise<Performed>;
}

/** What a step found, and what it wrote when something failed. */
export interface Performed {
  readonly counts: Counts;
  readonly output: string;
}

/** A step that has ended: performed, or left out because a step it needs failed. */
export interface Outcome {
  readonly step: Step;
  readonly counts: Counts;
  readonly seconds: number;
}
