import { presentOwn } from '../../src/figure/ownFunctions.ts';
import { type Design, design } from './model.ts';
import type { DesignerSettings } from './settings.ts';
import type { Answer, Request } from './worker.ts';

interface Wish {
  readonly formula: string;
  readonly other: string;
  readonly settle: (answer: Answer) => void;
}

/** A formula that takes longer than this is given up: a reader would have left. */
const LONGEST = 10_000;
/** Once the newest wish has waited this long the hand rests, and what nobody asks for any more must not hold it up. */
const PATIENCE = 300;
/** An answer that takes longer than this is worth a word. */
const SOON = 300;

let worker: Worker | undefined;
let asked: Wish | undefined;
let waiting: Wish | undefined;
let clock: ReturnType<typeof setTimeout> | undefined;
let patience: ReturnType<typeof setTimeout> | undefined;
let soon: ReturnType<typeof setTimeout> | undefined;
let last: Design | undefined;

/**
 * `design` off the page's thread; in the build, and where there are no workers, on it. While one formula is under way only
 * the newest further wish is kept; those it overtakes never answer, since nobody waits for them any more. A formula that is
 * still under way when the newest wish has waited 0.3 s is ended.
 */
export async function designAway({ formula, name, with: other }: DesignerSettings): Promise<Design> {
  if (typeof Worker === 'undefined') return design(formula, name, other);
  if (last?.formula !== formula || last.other !== other) {
    last = await new Promise<Design>((resolve, reject) => {
      const settle = (answer: Answer): void => {
        if (answer.status === 'done') resolve(answer.result);
        else reject(new Error(answer.message));
      };
      const wish = { formula, other, settle };
      if (asked) wait(wish);
      else ask(wish);
    });
  }
  return { ...last, mine: { ...last.mine, label: name } };
}

const watchers = new Set<(working: boolean) => void>();
let working = false;

/** Calls `watcher` when an answer is late, and when it is there; returns what ends that. */
export function watchWorking(watcher: (working: boolean) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function setWorking(now: boolean): void {
  clearTimeout(soon);
  if (working === now) return;
  working = now;
  for (const watcher of watchers) watcher(now);
}

function wait(wish: Wish): void {
  waiting = wish;
  clearTimeout(patience);
  patience = setTimeout(() => {
    worker?.terminate();
    worker = undefined;
    clearTimeout(clock);
    waiting = undefined;
    ask(wish);
  }, PATIENCE);
}

function ask(wish: Wish): void {
  asked = wish;
  clearTimeout(soon);
  soon = setTimeout(() => setWorking(true), SOON);
  worker ??= start();
  clock = setTimeout(
    () => giveUp(`this formula takes longer than ${LONGEST / 1000} seconds; a shorter one will do`),
    LONGEST,
  );
  const own = presentOwn().filter(({ id }) => id === wish.other);
  worker.postMessage({ formula: wish.formula, other: wish.other, own } satisfies Request);
}

function start(): Worker {
  const fresh = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  fresh.onmessage = ({ data }: MessageEvent<Answer>) => finish(data);
  fresh.onerror = (event) => giveUp(event.message || 'the calculation stopped');
  return fresh;
}

function giveUp(message: string): void {
  worker?.terminate();
  worker = undefined;
  finish({ status: 'failed', message });
}

function finish(answer: Answer): void {
  clearTimeout(clock);
  clearTimeout(patience);
  const done = asked;
  const next = waiting;
  asked = undefined;
  waiting = undefined;
  if (next) ask(next);
  else setWorking(false);
  done?.settle(answer);
}
