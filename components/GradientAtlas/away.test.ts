import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { standIns } from '../../src/figure/testing/standIn.ts';
import { workerSide } from '../../src/figure/testing/workerSide.ts';
import { type Atlas, atlasAway, type Question } from './atlas.ts';
import { type Line, measure } from './measure.ts';

const line: Line = { mean: [-1, 0], theory: [-1, 0], spread: 0.1, networks: 3 };
const lines = [line, line, line];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function figure() {
  const { Worker, made } = standIns<Question, readonly Line[]>();
  vi.stubGlobal('Worker', Worker);
  return { ask: atlasAway(), made };
}

it('has one worker, however fast the reader chooses, and it measures the last choice', async () => {
  const { ask, made } = figure();
  const seen: Atlas[] = [];
  for (const spec of ['celu', 'mish', 'softsign']) void ask(spec).then((atlas) => seen.push(atlas));
  await vi.advanceTimersByTimeAsync(300);
  expect(made.filter(({ ended }) => !ended)).toHaveLength(1);
  made.at(-1)!.answer(lines);
  await vi.advanceTimersByTimeAsync(1000);
  expect(seen.map((atlas) => atlas[3])).toEqual([{ spec: 'softsign', lines }]);
  // What was measured once is known.
  expect((await ask('softsign'))[3]!.lines).toEqual(lines);
});

it('ends a worker that breaks, and says why', async () => {
  const { ask, made } = figure();
  const broken = expect(ask('elu')).rejects.toThrow('the calculation stopped');
  await vi.advanceTimersByTimeAsync(0);
  made[0]!.onerror!({ message: '' });
  await broken;
  expect(made[0]!.ended).toBe(true);
  const next = ask('elu');
  await vi.advanceTimersByTimeAsync(0);
  made[1]!.answer(lines);
  expect((await next)[3]!.lines).toEqual(lines);
});

it('is measured alike in the worker', async () => {
  vi.useRealTimers();
  const inWorker = await workerSide<Question, readonly Line[]>(() => import('./worker.ts'));
  expect(await inWorker({ spec: 'selu', networks: 1 })).toEqual([
    { id: 1, status: 'done', result: await measure('selu', 1) },
  ]);
});
