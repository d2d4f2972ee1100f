import type { Answer, Request } from '../answerPage.ts';

/** A worker that answers when a test says so. */
export class StandIn<Q, R> {
  readonly asked: Request<Q>[] = [];
  ended = false;
  onmessage: ((event: { data: Answer<R> }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;

  postMessage(request: Request<Q>): void {
    this.asked.push(structuredClone(request));
  }

  terminate(): void {
    this.ended = true;
  }

  /** Answers request `i`, or the newest. */
  answer(result: R, status: 'part' | 'done' = 'done', i = this.asked.length - 1): void {
    this.onmessage?.({ data: structuredClone({ id: this.asked[i]!.id, status, result }) });
  }

  fail(message: string): void {
    this.onmessage?.({ data: { id: this.asked.at(-1)!.id, status: 'failed', message } });
  }
}

/** A `Worker` for `vi.stubGlobal`, and those that were started. */
export function standIns<Q, R>() {
  const made: StandIn<Q, R>[] = [];
  class Worker extends StandIn<Q, R> {
    constructor() {
      super();
      made.push(this);
    }
  }
  return { Worker, made };
}
