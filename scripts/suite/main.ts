import { addCounts, closingLine } from './counts.ts';
import { perform } from './perform.ts';
import type { Step } from './step.ts';

/** Performs the steps on two cores, prints the closing line last and sets the exit code. */
export async function performAndClose(steps: readonly Step[]): Promise<void> {
  const outcomes = await perform(steps, 2, (line) => console.log(line));
  const counts = addCounts(outcomes.map((outcome) => outcome.counts));
  if (counts.skipped > 0) console.log(`${counts.skipped} skipped on this machine`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
  console.log(closingLine(counts));
}
