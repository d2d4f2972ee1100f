import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answer, answerPage, Overtaken, type Pace, type Request } from './answerPage.ts';

const bend = { id: 'own_bend', label: 'bend', formula: 'max(x, 0.3x)' };

/** The page as the worker sees it. */
let page: {
  answers: Answer<unknown>[];
  postMessage(answer: Answer<unknown>): void;
  onmessage?: (event: { data: Request<string> }) => void;
};
const ask = (id: number, question: string, own: Request<string>['own'] = []): void =>
  page.onmessage!({ data: { id, question, own } });
const answered = (count: number) => vi.waitFor(() => expect(page.answers).toHaveLength(count));

beforeEach(() => {
  page = {
    answers: [],
    postMessage(answer) {
      this.answers.push(structuredClone(answer));
    },
  };
  vi.stubGlobal('self', page);
});
afterEach(() => vi.unstubAllGlobals());

describe('a worker that answers the page', () => {
  it('sends parts, then the whole', async () => {
    answerPage<string, string>(async (question, { answer, nextTask }) => {
      answer(question.slice(0, 1));
      await nextTask();
      return question;
    });
    ask(7, 'word');
    await answered(2);
    expect(page.answers).toEqual([
      { id: 7, status: 'part', result: 'w' },
      { id: 7, status: 'done', result: 'word' },
    ]);
  });

  it('says why there is no answer, whatever is thrown, and goes on', async () => {
    answerPage<string, unknown>((question) => {
      if (question === 'error') throw new RangeError('invalid depth: 0');
      if (question === 'text') throw 'stopped';
      return () => question;
    });
    for (const [i, question] of ['error', 'text', 'what cannot be sent'].entries()) {
      ask(i, question);
      await answered(i + 1);
    }
    expect(page.answers).toMatchObject([
      { id: 0, status: 'failed', message: 'invalid depth: 0' },
      { id: 1, status: 'failed', message: 'stopped' },
      { id: 2, status: 'failed', message: expect.stringContaining('could not be cloned') },
    ]);
  });

  it('leaves a question that gives way without an answer, and takes the newest of those that wait', async () => {
    const begun: string[] = [];
    answerPage<string, string>(async (question, { isOvertaken, nextTask }: Pace<string>) => {
      begun.push(question);
      await nextTask();
      if (isOvertaken()) throw new Overtaken();
      return question;
    });
    for (const [i, question] of ['a', 'b', 'c'].entries()) ask(i, question);
    await answered(1);
    expect(begun).toEqual(['a', 'c']);
    expect(page.answers).toEqual([{ id: 2, status: 'done', result: 'c' }]);
  });

  it('meets a function of the reader’s before the first question that names it, and once', async () => {
    const met: string[] = [];
    answerPage<string, string[]>(
      () => [...met],
      ({ label }) => met.push(label),
    );
    ask(0, '', [bend]);
    await answered(1);
    ask(1, '', [{ ...bend }]);
    await answered(2);
    expect(page.answers.map((answer) => answer.status !== 'failed' && answer.result)).toEqual([
      ['bend'],
      ['bend'],
    ]);
    // Its name is what the answer may say of it.
    ask(2, '', [{ ...bend, label: 'kink' }]);
    await answered(3);
    expect(met).toEqual(['bend', 'kink']);
  });

  it('fails for a function that cannot be met', async () => {
    answerPage<string, string>(
      (question) => question,
      () => {
        throw new Error('unknown name');
      },
    );
    ask(0, 'x', [bend]);
    await answered(1);
    expect(page.answers).toEqual([{ id: 0, status: 'failed', message: 'unknown name' }]);
  });
});
