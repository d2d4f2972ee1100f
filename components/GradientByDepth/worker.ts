import { announceOwn, type OwnFunction } from '../../src/figure/ownFunctions.ts';
import { courseOf, Overtaken } from './course.ts';
import { type Comparison, compare } from './model.ts';
import type { DepthSettings } from './settings.ts';

/** Page to worker: what to measure, and the reader's own functions that it may name. A newer wish ends an older one. */
export interface Request {
  readonly id: number;
  readonly settings: DepthSettings;
  readonly own: readonly OwnFunction[];
}

/** Worker to page: what there is so far of a wish (see `Comparison.progress`), the last time in full; or why it failed. */
export type Answer = { readonly id: number } & (
  | { readonly status: 'done'; readonly result: Comparison }
  | { readonly status: 'failed'; readonly message: string }
);

let waiting: Request | null = null;
let busy = false;

self.onmessage = ({ data }: MessageEvent<Request>) => {
  waiting = data;
  if (!busy) void work();
};

async function work(): Promise<void> {
  busy = true;
  while (waiting) {
    const wish: Request = waiting;
    waiting = null;
    await serve(wish);
  }
  busy = false;
}

async function serve({ id, settings, own }: Request): Promise<void> {
  const post = (answer: Answer): void => self.postMessage(answer);
  try {
    for (const one of own) announceOwn(one);
    const course = courseOf({
      answer: (result) => post({ id, status: 'done', result }),
      isOvertaken: () => waiting !== null,
      nextTask,
      now: () => performance.now(),
    });
    post({ id, status: 'done', result: await compare(settings, course) });
  } catch (error) {
    if (error instanceof Overtaken) return;
    post({ id, status: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

const { port1, port2 } = new MessageChannel();
let resume: (() => void) | null = null;
port1.onmessage = () => resume?.();

/** Lets messages in; a timer would be held back to 4 ms. */
function nextTask(): Promise<void> {
  return new Promise((done) => {
    resume = done;
    port2.postMessage(null);
  });
}
