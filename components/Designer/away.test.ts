import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findActivation } from '../../src/activations/index.ts';
import { ownFunction } from '../../src/figure/ownFunctions.ts';
import { standIns } from '../../src/figure/testing/standIn.ts';
import { workerSide } from '../../src/figure/testing/workerSide.ts';
import { designAway } from './away.ts';
import type { Design, Question } from './model.ts';

const wait = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

/** A figure that asks, with the formulas and names of its answers as they come in. */
function figure() {
  const { Worker, made } = standIns<Question, Design>();
  vi.stubGlobal('Worker', Worker);
  const ask = designAway();
  const told: string[] = [];
  const wish = (formula: string, name = 'mine'): void => {
    ask({ formula, name, with: 'relu' }).then(
      ({ formula, mine }) => told.push(`${mine.label}: ${formula}`),
      (error) => told.push(error.message),
    );
  };
  const answer = (worker = made.at(-1)!): void => {
    const { question } = worker.asked.at(-1)!;
    worker.answer({ ...question, mine: { label: '' } } as Design);
  };
  return { made, told, wish, answer };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('asks once for a formula, whatever its names, and keeps the worker', async () => {
  const { made, told, wish, answer } = figure();
  wish('x');
  wish('x', 'line');
  await wait(1000);
  answer();
  await wait();
  wish('x', 'a line');
  await wait();
  wish('x^2', 'square');
  await wait();
  answer();
  await wait();
  expect(told).toEqual(['mine: x', 'line: x', 'a line: x', 'square: x^2']);
  expect(made.map(({ asked, ended }) => [asked.length, ended])).toEqual([[2, false]]);
});

it('tells a name apart from that of the function beside it', async () => {
  const { told, wish, answer } = figure();
  wish('x', 'relu');
  await wait(1000);
  answer();
  await wait();
  expect(told).toEqual(['relu (typed): x']);
});

it('gives up after ten seconds, with a sentence, and may be asked again', async () => {
  const { made, told, wish, answer } = figure();
  wish('endless(x)');
  await wait(10_000);
  expect(told).toEqual(['this formula takes longer than 10 seconds; a shorter one will do']);
  wish('endless(x)');
  await wait();
  answer();
  await wait();
  expect(told.at(-1)).toBe('mine: endless(x)');
  expect(made).toHaveLength(2);
});

it('leaves a formula for a newer one that waits for 0.3 s', async () => {
  const { made, told, wish, answer } = figure();
  wish('slow(x)');
  await wait(100);
  wish('tanh(x)');
  await wait(300);
  answer();
  await wait();
  expect(made.map(({ ended }) => ended)).toEqual([true, false]);
  expect(told).toEqual(['mine: tanh(x)']);
});

it('is worked out beside a function of the reader’s, of which the worker keeps what it knows', async () => {
  vi.useRealTimers();
  const ask = await workerSide<Question, Design>(() => import('./worker.ts'));
  const bend = ownFunction('bend', 'max(x, 0.3x)');
  const [first] = await ask({ formula: 'tanh(x)', other: bend.id }, [bend]);
  const met = findActivation(bend.id);
  expect(first).toMatchObject({ status: 'done', result: { formula: 'tanh(x)', others: { label: 'bend' } } });
  await ask({ formula: 'x', other: bend.id }, [bend]);
  expect(findActivation(bend.id)).toBe(met);
  // The figure names it as the reader does now.
  const [renamed] = await ask({ formula: 'x^2', other: bend.id }, [{ ...bend, label: 'kink' }]);
  expect(renamed).toMatchObject({ status: 'done', result: { others: { label: 'kink' } } });
});
