import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Design } from './model.ts';
import type { Answer, Request } from './worker.ts';

/** A worker that answers when the test says so. */
class Slow {
  static all: Slow[] = [];
  onmessage?: (event: { data: Answer }) => void;
  asked: Request[] = [];
  ended = false;
  constructor() {
    Slow.all.push(this);
  }
  postMessage(request: Request): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.ended = true;
  }
  answer(): void {
    const { formula, other } = this.asked.at(-1)!;
    const result = { formula, other, mine: { label: '' } } as unknown as Design;
    this.onmessage?.({ data: { status: 'done', result } });
  }
}

/** A fresh copy of the module under test, with answers as they come in. */
async function fresh() {
  vi.resetModules();
  const { designAway, watchWorking } = await import('./away.ts');
  const answers: string[] = [];
  const states: boolean[] = [];
  watchWorking((working) => states.push(working));
  const wish = (formula: string): void => {
    designAway({ formula, name: 'mine', with: 'relu' }).then(
      (it) => answers.push(it.formula),
      (error) => answers.push(error.message),
    );
  };
  return { wish, answers, states };
}

beforeEach(() => {
  Slow.all = [];
  vi.useFakeTimers();
  vi.stubGlobal('Worker', Slow);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('answers, and keeps its worker', async () => {
  const { wish, answers, states } = await fresh();
  for (const formula of ['x', 'x^2']) {
    wish(formula);
    await vi.advanceTimersByTimeAsync(100);
    Slow.all[0]!.answer();
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(answers).toEqual(['x', 'x^2']);
  expect(Slow.all).toHaveLength(1);
  expect(states).toEqual([]);
});

it('ends a formula that holds up a newer one for 0.3 s', async () => {
  const { wish, answers, states } = await fresh();
  wish('slow(x)');
  await vi.advanceTimersByTimeAsync(1000);
  wish('tanh(x)');
  await vi.advanceTimersByTimeAsync(299);
  expect(Slow.all.map(({ ended }) => ended)).toEqual([false]);
  await vi.advanceTimersByTimeAsync(1);
  expect(Slow.all.map(({ ended }) => ended)).toEqual([true, false]);
  Slow.all[1]!.answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(answers).toEqual(['tanh(x)']);
  expect(states).toEqual([true, false]);
});

it('lets a formula come to its end while the hand still moves', async () => {
  const { wish, answers } = await fresh();
  for (let i = 0; i < 40; i++) {
    wish(`${i}x`);
    await vi.advanceTimersByTimeAsync(20);
  }
  expect(Slow.all.map(({ ended }) => ended)).toEqual([false]);
  Slow.all[0]!.answer();
  Slow.all[0]!.answer();
  await vi.advanceTimersByTimeAsync(1000);
  expect(answers).toEqual(['0x', '39x']);
  expect(Slow.all).toHaveLength(1);
});

it('gives up after ten seconds, with a sentence', async () => {
  const { wish, answers, states } = await fresh();
  wish('endless(x)');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(answers).toEqual(['this formula takes longer than 10 seconds; a shorter one will do']);
  expect(states).toEqual([true, false]);
  wish('x');
  Slow.all[1]!.answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(answers.at(-1)).toBe('x');
});
