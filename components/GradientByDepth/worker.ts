import { announceOwn, type OwnFunction } from '../../src/figure/ownFunctions.ts';
import { type Course, compare } from './compare.ts';
import type { Comparison } from './model.ts';
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

/** Thrown out of a measurement that nobody waits for any more. */
class Overtaken extends Error {}

/** Milliseconds between looks at the mail. */
const beat = 8;
/** A wish that is done by then is answered once. */
const oneFrame = 14;
const betweenAnswers = 120;
/** So long a wish that was overtaken may go on without having answered: a drag is to be followed, not only its end. */
const patience = 250;

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
    const course = courseOf((result) => post({ id, status: 'done', result }));
    post({ id, status: 'done', result: await compare(settings, course) });
  } catch (error) {
    if (error instanceof Overtaken) return;
    post({ id, status: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

/** Looks at the mail now and then, and answers in part when a frame or more has passed. */
function courseOf(answer: (result: Comparison) => void): Course {
  const start = performance.now();
  let looked = start;
  let answered: number | null = null;
  const look = async (): Promise<void> => {
    await nextTask();
    looked = performance.now();
    if (waiting && (answered !== null || looked - start > patience)) throw new Overtaken();
  };
  return {
    breathe: () => (performance.now() - looked > beat ? look() : undefined),
    step: async (whole, soFar) => {
      const now = performance.now();
      const due =
        answered !== null ? answered + betweenAnswers : start + (whole ? oneFrame : 2 * betweenAnswers);
      if (now < due) return;
      const part = await soFar();
      if (!part.progress) return;
      answer(part);
      answered = performance.now();
      await look();
    },
  };
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
