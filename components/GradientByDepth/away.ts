import type { OwnFunction } from '../../src/figure/ownFunctions.ts';
import { type Comparison, compare } from './model.ts';
import type { DepthSettings } from './settings.ts';
import type { Answer, Request } from './worker.ts';

interface Asked {
  readonly settings: DepthSettings;
  readonly settle: ((answer: Answer) => void)[];
}

let worker: Worker | undefined;
let asked: Asked | undefined;
let waiting: Asked | undefined;

/**
 * `compare` off the page's thread; in the build, and where there are no workers, on it. While one comparison is under way
 * only the newest further wish is kept: wishes it overtakes get its answer.
 */
export function compareAway(settings: DepthSettings): Promise<Comparison> {
  if (typeof Worker === 'undefined') return compare(settings);
  return new Promise((resolve, reject) => {
    const settle = (answer: Answer): void => {
      if (answer.status === 'done') resolve(answer.result);
      else reject(new Error(answer.message));
    };
    if (!asked) void ask({ settings, settle: [settle] });
    else waiting = { settings, settle: [...(waiting?.settle ?? []), settle] };
  });
}

async function ask(next: Asked): Promise<void> {
  asked = next;
  worker ??= start();
  worker.postMessage({ settings: next.settings, own: await ownOf(next.settings) } satisfies Request);
}

function start(): Worker {
  const fresh = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  fresh.onmessage = ({ data }: MessageEvent<Answer>) => finish(data);
  fresh.onerror = (event) => {
    fresh.terminate();
    worker = undefined;
    finish({ status: 'failed', message: event.message || 'the calculation stopped' });
  };
  return fresh;
}

function finish(answer: Answer): void {
  const done = asked;
  asked = undefined;
  const next = waiting;
  waiting = undefined;
  if (next) void ask(next);
  for (const settle of done?.settle ?? []) settle(answer);
}

/** The reader's functions among the settings, as the worker can take them. */
async function ownOf(settings: DepthSettings): Promise<readonly OwnFunction[]> {
  const names = Object.values(settings).filter((v) => typeof v === 'string' && v.startsWith('own_'));
  if (names.length === 0) return [];
  const { presentOwn } = await import('../../src/figure/ownFunctions.ts');
  return presentOwn().filter((own) => names.includes(own.id));
}
