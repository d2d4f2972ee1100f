import { findActivation } from '../../src/activations/index.ts';
import type { RunawaySettings } from './controls.ts';
import { type Runaway, runaway } from './model.ts';
import type { Answer, Request } from './worker.ts';

/** Milliseconds after which work that nobody waits for any more is ended instead of awaited. */
const patience = 300;

interface Wish {
  readonly since: number;
  readonly resolve: (result: Runaway) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | null = null;
let newest = 0;
/** Wishes that the worker has not answered yet, oldest first. */
const open = new Map<number, Wish>();

/** Whether the worker is at it. */
export const isWorking = (): boolean => open.size > 0;

/**
 * `runaway`; for a function of the reader's, which may be as long as a page, off the page's thread. The book's own are
 * answered at once, within a frame of a drag; so is everything where there are no workers.
 */
export function runawayAway(settings: RunawaySettings): Runaway | Promise<Runaway> {
  newest += 1;
  endOld();
  const { family } = findActivation(settings.phi);
  if (family !== 'yours' || typeof Worker === 'undefined') return runaway(settings);
  const id = newest;
  return new Promise((resolve, reject) => {
    open.set(id, { since: performance.now(), resolve, reject });
    void ask(id, settings).catch((error) => take({ id, status: 'failed', message: String(error) }));
  });
}

/** A newer wish ends work that takes long; what is nearly done is still shown on the way. */
function endOld(): void {
  const [oldest] = open.values();
  if (!oldest || performance.now() - oldest.since <= patience) return;
  worker?.terminate();
  worker = null;
  // The figure has a newer wish: nothing waits for these.
  open.clear();
}

async function ask(id: number, settings: RunawaySettings): Promise<void> {
  const { presentOwn } = await import('../../src/figure/ownFunctions.ts');
  // Fetching takes a while, in which a newer wish may have ended this one.
  if (!open.has(id)) return;
  worker ??= start();
  const own = presentOwn().filter((one) => one.id === settings.phi);
  worker.postMessage({ id, settings, own } satisfies Request);
}

function start(): Worker {
  const fresh = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  fresh.onmessage = ({ data }: MessageEvent<Answer>) => take(data);
  fresh.onerror = (event) => {
    fresh.terminate();
    worker = null;
    const message = event.message || 'the calculation stopped';
    for (const id of [...open.keys()]) take({ id, status: 'failed', message });
  };
  return fresh;
}

function take(answer: Answer): void {
  const wish = open.get(answer.id);
  open.delete(answer.id);
  if (answer.status === 'done') wish?.resolve(answer.result);
  else wish?.reject(new Error(answer.message));
}
