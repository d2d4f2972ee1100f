import type { OwnFunction } from '../../src/figure/ownFunctions.ts';
import { type Comparison, compare } from './model.ts';
import type { DepthSettings } from './settings.ts';
import type { Answer, Request } from './worker.ts';

let worker: Worker | undefined;
let count = 0;
let sent = 0;
/** Wishes without an answer yet, oldest first. */
const open = new Map<number, (answer: Answer) => void>();

/** The newest answer, which wish a result belongs to, and who waits for more of it. */
let newest: { readonly id: number; readonly result: Comparison } | null = null;
const wishOf = new WeakMap<Comparison, number>();
const followers = new Set<(id: number, result: Comparison) => void>();

/**
 * `compare` off the page's thread; in the build, and where there are no workers, on it. The answer may be a part of what was
 * asked for (`progress` says how much): `follow` hands on the rest. A newer wish ends the older ones, which get its answer.
 */
export function compareAway(settings: DepthSettings): Promise<Comparison> {
  if (typeof Worker === 'undefined') return compare(settings);
  return new Promise((resolve, reject) => {
    const id = ++count;
    open.set(id, (answer) => {
      if (answer.status === 'done') resolve(answer.result);
      else reject(new Error(answer.message));
    });
    void ask(id, settings);
  });
}

/** Calls `show` with each fuller version of a result until it is complete. Answers how to end that. */
export function follow(result: Comparison, show: (fuller: Comparison) => void): () => void {
  const id = result.progress && wishOf.get(result);
  if (!id) return () => {};
  const more = (of: number, fuller: Comparison): void => {
    if (of === id && fuller !== result) show(fuller);
  };
  followers.add(more);
  // More may have come while the first part was being drawn.
  queueMicrotask(() => followers.has(more) && newest && more(newest.id, newest.result));
  return () => followers.delete(more);
}

async function ask(id: number, settings: DepthSettings): Promise<void> {
  const own = await ownOf(settings);
  // Fetching the reader's functions takes a while: a newer wish may have gone ahead.
  if (id < sent) return;
  sent = id;
  worker ??= start();
  worker.postMessage({ id, settings, own } satisfies Request);
}

function start(): Worker {
  const fresh = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  fresh.onmessage = ({ data }: MessageEvent<Answer>) => take(data);
  fresh.onerror = (event) => {
    fresh.terminate();
    worker = undefined;
    take({ id: sent, status: 'failed', message: event.message || 'the calculation stopped' });
  };
  return fresh;
}

function take(answer: Answer): void {
  const { id } = answer;
  if (answer.status === 'done') {
    newest = { id, result: answer.result };
    wishOf.set(answer.result, id);
  } else if (newest?.id === id && newest.result.progress) {
    // Part of it stands in the figure already: it is all there will be.
    take({ id, status: 'done', result: { ...newest.result, progress: null } });
    return;
  }
  for (const [wish, settle] of open) {
    if (wish > id) break;
    open.delete(wish);
    settle(answer);
  }
  if (newest?.id === id) for (const more of [...followers]) more(id, newest.result);
}

/** The reader's functions among the settings, as the worker can take them. */
async function ownOf(settings: DepthSettings): Promise<readonly OwnFunction[]> {
  const names = Object.values(settings).filter((v) => typeof v === 'string' && v.startsWith('own_'));
  if (names.length === 0) return [];
  const { presentOwn } = await import('../../src/figure/ownFunctions.ts');
  return presentOwn().filter((own) => names.includes(own.id));
}
