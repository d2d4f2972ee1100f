import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { findActivation } from '../../src/activations/index.ts';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { defaults } from '../../src/figure/settings.ts';
import { standIns } from '../../src/figure/testing/standIn.ts';
import { workerSide } from '../../src/figure/testing/workerSide.ts';
import { runawayAway } from './away.ts';
import { controls, type RunawaySettings } from './controls.ts';
import { type Runaway, runaway } from './model.ts';
import widget from './widget.ts';

const own = ownFunction('ripples', 'x+sin(9x)');
const leave = announceOwn(own);
afterAll(leave);
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settings = { ...defaults(controls), depth: 3, width: '64' };
const mine = { ...settings, phi: own.id };

function figure() {
  const { Worker, made } = standIns<RunawaySettings, Runaway>();
  vi.stubGlobal('Worker', Worker);
  const asked = (count: number) =>
    vi.waitFor(() => expect(made.flatMap(({ asked }) => asked)).toHaveLength(count));
  return { ask: runawayAway(), made, asked };
}

describe('the runaway of a function of the reader’s', () => {
  it('comes from a worker that is told the formula; the book’s own are answered at once', async () => {
    const { ask, made, asked } = figure();
    expect(ask(settings)).toEqual(runaway(settings));
    expect(made).toEqual([]);
    const answer = ask(mine);
    await asked(1);
    expect(made[0]!.asked[0]).toMatchObject({ question: mine, own: [own] });
    made[0]!.answer(runaway(mine));
    expect(await answer).toEqual(runaway(mine));
  });

  it('is given up 0.3 s after the reader has chosen another function, of the reader’s or the book’s', async () => {
    const { ask, made, asked } = figure();
    void ask(mine);
    await asked(1);
    vi.useFakeTimers();
    void ask({ ...mine, depth: 4 });
    await vi.advanceTimersByTimeAsync(300);
    expect(made.map(({ ended }) => ended)).toEqual([true, false]);
    expect(made[1]!.asked[0]!.question.depth).toBe(4);
    expect(ask(settings)).toEqual(runaway(settings));
    await vi.advanceTimersByTimeAsync(300);
    expect(made.map(({ ended }) => ended)).toEqual([true, true]);
  });

  it('is the same in the worker, which keeps what it knows of the function', async () => {
    const inWorker = await workerSide<RunawaySettings, Runaway>(() => import('./worker.ts'));
    const first = await inWorker(mine, [own]);
    const met = findActivation(own.id);
    expect(await inWorker(mine, [own])).toEqual([{ ...first[0]!, id: 2 }]);
    expect(first).toEqual([{ id: 1, status: 'done', result: runaway(mine) }]);
    expect(findActivation(own.id)).toBe(met);
  });

  it('is named while it is awaited', () => {
    expect(widget.computing!(mine, null)).toBe('Computing ripples');
  });
});

it('a part of a layer is none', () => {
  expect(widget.compute({ ...settings, depth: 3.2 })).toEqual(runaway(settings));
});
