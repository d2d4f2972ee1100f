import { ownAmong } from '../figure/ownAmong.ts';
import { type Answer, Desk, type Order } from './desk.ts';
import type { CourseSpec, Snapshot } from './spec.ts';

/** A course under way, in a worker where there is one. */
export interface OpenCourse {
  /** Trains on to step `to`, or answers at once when it is past. Rejects with RangeError for a spec that cannot be trained. */
  advance(to: number): Promise<Snapshot>;
  /** Forgets the networks; what was asked for and not answered stays unanswered. */
  close(): void;
}

interface Waiting {
  resolve(snapshot: Snapshot): void;
  reject(error: Error): void;
}

const waiting = new Map<number, Waiting>();
let courses = 0;
let jobs = 0;
let post: ((order: Order) => void) | undefined;
let worker: Worker | undefined;

function receive(answer: Answer): void {
  const asked = waiting.get(answer.job);
  waiting.delete(answer.job);
  if (answer.kind === 'snapshot') asked?.resolve(answer.snapshot);
  else asked?.reject(new RangeError(answer.message));
}

function connect(): (order: Order) => void {
  if (typeof Worker !== 'undefined') {
    try {
      worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      return throughWorker(worker);
    } catch {
      worker = undefined;
    }
  }
  const desk = new Desk(receive);
  return (order) => desk.take(order);
}

/** Pages opened from a file may not start module workers: then everything asked so far is done in the page. */
function throughWorker(started: Worker): (order: Order) => void {
  const orders: Order[] = [];
  let alive = false;
  started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    alive = true;
    orders.length = 0;
    receive(data);
  });
  started.addEventListener('error', () => {
    if (alive) return;
    worker = undefined;
    const desk = new Desk(receive);
    post = (order) => desk.take(order);
    for (const order of orders.splice(0)) desk.take(order);
  });
  return (order) => {
    if (!alive) orders.push(order);
    started.postMessage(order);
  };
}

/** Starts a course; its networks stand at step 0 until asked to advance. */
export async function openCourse(spec: CourseSpec): Promise<OpenCourse> {
  post ??= connect();
  if (worker) {
    const list = await ownAmong(spec.functions);
    if (list.length > 0) worker?.postMessage({ kind: 'own', list });
  }
  const id = ++courses;
  post({ kind: 'open', id, spec });
  return {
    advance: (to) =>
      new Promise((resolve, reject) => {
        const job = ++jobs;
        waiting.set(job, { resolve, reject });
        post!({ kind: 'advance', id, job, to });
      }),
    close: () => post!({ kind: 'close', id }),
  };
}

const finished = new Map<string, Promise<Snapshot>>();
const mostFinished = 6;

/** The course after `steps` steps; asked again with the same `key`, it is not trained again. */
export function trained(key: string, spec: () => CourseSpec, steps: number): Promise<Snapshot> {
  const name = `${key} ${steps}`;
  const known = finished.get(name);
  if (known) return known;
  if (finished.size >= mostFinished) finished.delete(finished.keys().next().value!);
  const snapshot = openCourse(spec()).then((course) => course.advance(steps).finally(course.close));
  finished.set(name, snapshot);
  snapshot.catch(() => finished.delete(name));
  return snapshot;
}
