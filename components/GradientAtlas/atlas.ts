import { askWorker } from '../../src/figure/askWorker.ts';
import type { Line } from './measure.ts';
import record from './record.json' with { type: 'json' };

/** One picture: a function at three variances. */
export interface Picture {
  readonly spec: string;
  readonly lines: readonly Line[];
}

export type Atlas = readonly Picture[];

const recorded: ReadonlyMap<string, readonly Line[]> = new Map(Object.entries(record));
const known = new Map(recorded);

/** Networks of a function that is not recorded. */
export const FEW = 3;

/** Page to worker: a function, and how many networks to measure. */
export interface Question {
  readonly spec: string;
  readonly networks: number;
}

type Measure = (question: Question) => readonly Line[] | Promise<readonly Line[]>;

const here: Measure = async ({ spec, networks }) => (await import('./measure.ts')).measure(spec, networks);

/** sigmoid, tanh, ReLU from the record, and a function of the reader's choice: recorded too, or measured now. */
export async function atlas(fourth: string, measure: Measure = here): Promise<Atlas> {
  const specs = ['sigmoid', 'tanh', 'relu', fourth];
  return Promise.all(
    specs.map(async (spec) => ({ spec, lines: known.get(spec) ?? (await fresh(spec, measure)) })),
  );
}

async function fresh(spec: string, measure: Measure): Promise<readonly Line[]> {
  const lines = await measure({ spec, networks: FEW });
  known.set(spec, lines);
  return lines;
}

/** `atlas`, measured off the page's thread. */
export function atlasAway(): (fourth: string) => Promise<Atlas> {
  const ask = askWorker<Question, readonly Line[]>({
    start: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    names: ({ spec }) => [spec],
    patience: 300,
  });
  return (fourth) => atlas(fourth, ask);
}
