import type { Counts } from './counts.ts';
import type { Outcome, Performed, Step } from './step.ts';

const tailLines = 80;
const longestLine = 400;
const failed: Counts = { passed: 0, failed: 1, skipped: 0 };

/**
 * Performs the steps in their order of need, side by side while their cores fit into `cores`, and says what happens.
 * A step that needs a failed one is not started and counts as one failure.
 */
export async function perform(
  steps: readonly Step[],
  cores: number,
  say: (line: string) => void,
): Promise<Outcome[]> {
  const outcomes = new Map<string, Outcome>();
  const running = new Map<string, Promise<void>>();
  const waiting = new Set(steps);
  let busy = 0;
  const start = (step: Step): void => {
    waiting.delete(step);
    busy += step.cores;
    say(`… ${step.name}`);
    const job = performOne(step, say).then((outcome) => {
      busy -= step.cores;
      running.delete(step.name);
      outcomes.set(step.name, outcome);
    });
    running.set(step.name, job);
  };
  const settle = (step: Step): boolean => {
    const needed = step.needs.map((name) => outcomes.get(name));
    const broken = needed.find((outcome) => outcome && outcome.counts.failed > 0);
    if (broken) {
      waiting.delete(step);
      outcomes.set(step.name, { step, counts: failed, seconds: 0 });
      say(`✗ ${step.name} was not started: ${broken.step.name} failed`);
      return true;
    }
    const fits = busy + step.cores <= cores || busy === 0;
    if (!fits || needed.includes(undefined)) return false;
    start(step);
    return true;
  };
  while (waiting.size + running.size > 0) {
    while ([...waiting].some(settle));
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
  for (const step of waiting)
    throw new Error(`internal: step "${step.name}" needs a step that does not exist`);
  return steps.map((step) => outcomes.get(step.name)!);
}

async function performOne(step: Step, say: (line: string) => void): Promise<Outcome> {
  const started = performance.now();
  const { counts, output } = await step.perform().catch(toFailure);
  const seconds = (performance.now() - started) / 1000;
  const notes = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  const numbers =
    counts.passed + counts.failed > 1 ? `  ${counts.passed} passed, ${counts.failed} failed${notes}` : '';
  if (counts.failed > 0) say(`\n${tail(output)}\n`);
  say(`${counts.failed > 0 ? '✗' : '✓'} ${step.name}${numbers}  (${seconds.toFixed(1)} s)`);
  return { step, counts, seconds };
}

function toFailure(error: unknown): Performed {
  return { counts: failed, output: error instanceof Error ? error.message : String(error) };
}

function tail(output: string): string {
  const lines = output.trimEnd().split('\n').slice(-tailLines);
  return lines
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line))
    .join('\n');
}
