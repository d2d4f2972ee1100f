import { vi } from 'vitest';
import type { Answer, Request } from '../answerPage.ts';

/** Loads a worker's module here and plays its page; answers with a function that asks it and waits for all of its answers. */
export async function workerSide<Q, R>(load: () => Promise<unknown>) {
  const answers: Answer<R>[] = [];
  const self: { onmessage?: (event: { data: Request<Q> }) => void; postMessage(answer: Answer<R>): void } = {
    postMessage: (answer) => answers.push(structuredClone(answer)),
  };
  vi.stubGlobal('self', self);
  await load();
  let id = 0;
  return async (question: Q, own: Request<Q>['own'] = []): Promise<readonly Answer<R>[]> => {
    id += 1;
    self.onmessage!({ data: structuredClone({ id, question, own }) });
    const mine = () => answers.filter((answer) => answer.id === id);
    await vi.waitUntil(() => mine().some(({ status }) => status !== 'part'), { timeout: 50_000 });
    return mine();
  };
}
