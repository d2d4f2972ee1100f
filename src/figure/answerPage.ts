import type { OwnFunction } from './ownFunctions.ts';

/** Page to worker: what to compute, and the reader's own functions that it names. A newer request overtakes an older one. */
export interface Request<Q> {
  readonly id: number;
  readonly question: Q;
  readonly own: readonly OwnFunction[];
}

/** Worker to page: what there is of an answer so far, the whole of it, or why there is none. */
export type Answer<R> = { readonly id: number } & (
  | { readonly status: 'part' | 'done'; readonly result: R }
  | { readonly status: 'failed'; readonly message: string }
);

/** How a long computation goes on beside the page's mail. */
export interface Pace<R> {
  /** Sends what there is so far. */
  readonly answer: (part: R) => void;
  /** Whether a newer question waits, as far as the mail was read. Who gives way to it throws `Overtaken`. */
  readonly isOvertaken: () => boolean;
  /** Lets mail in. */
  readonly nextTask: () => Promise<void>;
}

/** Thrown out of a computation that nobody waits for any more: it gets no answer. */
export class Overtaken extends Error {
  override name = 'Overtaken';
}

/**
 * Makes this worker answer the questions of `askWorker`, one at a time and always the newest. `meet` makes a function of
 * the reader's known here, as `announceOwn` does; it is called before the first question that names the function, and again
 * only under another name. Whatever `compute` throws, but for `Overtaken`, reaches the page as its message.
 */
export function answerPage<Q, R>(
  compute: (question: Q, pace: Pace<R>) => R | Promise<R>,
  meet: (own: OwnFunction) => unknown = () => {},
): void {
  /** Names by id. Announced anew, a function would forget its corners and samples; its formula follows from the id. */
  const met = new Map<string, string>();
  const nextTask = taskOpener();
  let waiting: Request<Q> | null = null;
  let busy = false;

  const serve = async ({ id, question, own }: Request<Q>): Promise<void> => {
    const post = (answer: Answer<R>): void => self.postMessage(answer);
    try {
      for (const one of own) {
        if (met.get(one.id) !== one.label) meet(one);
        met.set(one.id, one.label);
      }
      const pace: Pace<R> = {
        answer: (result) => post({ id, status: 'part', result }),
        isOvertaken: () => waiting !== null,
        nextTask,
      };
      post({ id, status: 'done', result: await compute(question, pace) });
    } catch (error) {
      if (error instanceof Overtaken) return;
      post({ id, status: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };

  const work = async (): Promise<void> => {
    busy = true;
    while (waiting) {
      const newest: Request<Q> = waiting;
      waiting = null;
      await serve(newest);
    }
    busy = false;
  };

  self.onmessage = ({ data }: MessageEvent<Request<Q>>) => {
    waiting = data;
    if (!busy) void work();
  };
}

/** What ends a task and resolves in the next one; a timer would be held back to 4 ms. */
function taskOpener(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let resume: (() => void) | null = null;
  port1.onmessage = () => resume?.();
  return () =>
    new Promise((done) => {
      resume = done;
      port2.postMessage(null);
    });
}
