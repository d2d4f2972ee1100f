import type { Answer, Request } from './answerPage.ts';
import { ownAmong } from './ownAmong.ts';

/** How a figure asks its worker. */
export interface AskOptions<Q, R> {
  /** Starts a worker that calls `answerPage`. The bundler needs `new Worker(new URL('./worker.ts', import.meta.url), …)` there. */
  readonly start: () => Worker;
  /** What of a question may be the id of a function of the reader's. */
  readonly names: (question: Q) => readonly unknown[];
  /**
   * Milliseconds, > 0. A worker that still works on an older question when the newest has waited so long is ended: the hand
   * rests, and what nobody asks for any more must not hold it up. Infinity for a worker that makes way by itself.
   */
  readonly patience: number;
  /** A question that takes more than `ms` milliseconds fails with `message`. */
  readonly longest?: { readonly ms: number; readonly message: string };
  /** The answer to a question that needs no worker; null for the others. */
  readonly here?: (question: Q) => R | null;
}

/**
 * Asks a question; `part` gets each fuller version of the answer, the promise the whole. Rejects with an Error that says
 * why there is none. A question that a newer one overtook never settles, unless its answer comes first.
 */
export type Ask<Q, R> = (question: Q, part?: (soFar: R) => void) => R | Promise<R>;

interface Wish<Q, R> {
  readonly id: number;
  readonly question: Q;
  readonly part: (soFar: R) => void;
  readonly resolve: (result: R) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The page's half of `answerPage`, for one figure: questions go to a worker of its own, and only the newest matters. With a
 * finite `patience` the worker has one question at a time, and of those that come meanwhile the newest is kept; with
 * Infinity each is sent at once. The worker starts with the first question and is kept.
 */
export function askWorker<Q, R>({ start, names, patience, longest, here }: AskOptions<Q, R>): Ask<Q, R> {
  let worker: Worker | null = null;
  let count = 0;
  /** Wishes on their way to the worker or with it, oldest first; with a finite patience one at most. */
  const open = new Map<number, Wish<Q, R>>();
  let waiting: Wish<Q, R> | null = null;
  let clock: ReturnType<typeof setTimeout> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const newest = (): number | undefined => [...open.keys()].at(-1);

  /** Closes a wish, and with it the older ones, which nobody waits for any more. */
  const close = (wish: Wish<Q, R>): void => {
    for (const id of [...open.keys()]) if (id <= wish.id) open.delete(id);
    if (open.size > 0) return;
    clearTimeout(clock);
    sendWaiting();
  };

  const take = (answer: Answer<R>): void => {
    const wish = open.get(answer.id);
    if (!wish) return;
    if (answer.status === 'part') {
      wish.part(answer.result);
      return;
    }
    close(wish);
    if (answer.status === 'failed') wish.reject(new Error(answer.message));
    else wish.resolve(answer.result);
  };

  const end = (): void => {
    worker?.terminate();
    worker = null;
  };

  const giveUp = (message: string): void => {
    end();
    const id = newest();
    if (id !== undefined) take({ id, status: 'failed', message });
  };

  const begin = (): Worker => {
    const fresh = start();
    fresh.onmessage = ({ data }: MessageEvent<Answer<R>>) => take(data);
    fresh.onerror = (event) => giveUp(event.message || 'the calculation stopped');
    return fresh;
  };

  const post = async ({ id, question }: Wish<Q, R>): Promise<void> => {
    const own = await ownAmong(names(question));
    // Fetching the reader's functions takes a while: a newer wish may have gone ahead or ended this one.
    if (newest() !== id) return;
    worker ??= begin();
    worker.postMessage({ id, question, own } satisfies Request<Q>);
  };

  const send = (wish: Wish<Q, R>): void => {
    open.set(wish.id, wish);
    clearTimeout(clock);
    if (longest) clock = setTimeout(() => giveUp(longest.message), longest.ms);
    post(wish).catch((error) => {
      if (!open.has(wish.id)) return;
      close(wish);
      wish.reject(error);
    });
  };

  const sendWaiting = (): void => {
    clearTimeout(rest);
    const wish = waiting;
    waiting = null;
    if (wish) send(wish);
  };

  /** Lets what is under way go on as long as `patience` allows; then `wish`, if there is one, takes its place. */
  const overtake = (wish: Wish<Q, R> | null): void => {
    waiting = wish;
    clearTimeout(rest);
    rest = setTimeout(() => {
      end();
      open.clear();
      clearTimeout(clock);
      sendWaiting();
    }, patience);
  };

  return (question, part = () => {}) => {
    const isFree = patience === Number.POSITIVE_INFINITY || open.size === 0;
    const answer = here?.(question) ?? null;
    if (answer !== null) {
      if (!isFree) overtake(null);
      return answer;
    }
    return new Promise((resolve, reject) => {
      const wish = { id: ++count, question, part, resolve, reject };
      if (isFree) send(wish);
      else overtake(wish);
    });
  };
}
