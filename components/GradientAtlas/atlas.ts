import type { OwnFunction } from '../../src/figure/ownFunctions.ts';
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

/** sigmoid, tanh, ReLU from the record, and a function of the reader's choice: recorded too, or measured now. */
export async function atlas(fourth: string): Promise<Atlas> {
  const specs = ['sigmoid', 'tanh', 'relu', fourth];
  return Promise.all(specs.map(async (spec) => ({ spec, lines: known.get(spec) ?? (await fresh(spec)) })));
}

async function fresh(spec: string): Promise<readonly Line[]> {
  const lines = typeof Worker === 'undefined' ? await here(spec) : await away(spec);
  known.set(spec, lines);
  return lines;
}

const here = async (spec: string): Promise<readonly Line[]> =>
  (await import('./measure.ts')).measure(spec, FEW);

/** Page to worker. */
export interface Request {
  readonly spec: string;
  readonly networks: number;
  readonly own: readonly OwnFunction[];
}

/** Worker to page. */
export type Answer =
  | { readonly status: 'done'; readonly lines: readonly Line[] }
  | { readonly status: 'failed'; readonly message: string };

let busy: Worker | undefined;

/** A worker for one question; a newer question ends the older one. */
async function away(spec: string): Promise<readonly Line[]> {
  busy?.terminate();
  const { presentOwn } = await import('../../src/figure/ownFunctions.ts');
  const own = presentOwn().filter(({ id }) => id === spec);
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  busy = worker;
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      worker.terminate();
      if (data.status === 'done') resolve(data.lines);
      else reject(new Error(data.message));
    };
    worker.onerror = (event) => reject(new Error(event.message || 'the calculation stopped'));
    worker.postMessage({ spec, networks: FEW, own } satisfies Request);
  });
}
