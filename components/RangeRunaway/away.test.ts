import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { defaults } from '../../src/figure/settings.ts';
import { isWorking, runawayAway } from './away.ts';
import { controls } from './controls.ts';
import { type Runaway, runaway } from './model.ts';
import type { Answer, Request } from './worker.ts';

const own = ownFunction('ripples', 'x+sin(9x)');
const leave = announceOwn(own);
afterAll(leave);

const settings = { ...defaults(controls), depth: 3, width: '64' };
const mine = { ...settings, phi: own.id };

/** A worker that answers when it is told to. One goes on from test to test, until it is ended. */
class StandIn {
  static made: StandIn[] = [];
  readonly asked: Request[] = [];
  ended = false;
  onmessage: ((event: { data: Answer }) => void) | null = null;
  constructor() {
    StandIn.made.push(this);
  }
  postMessage(request: Request): void {
    this.asked.push(structuredClone(request));
  }
  terminate(): void {
    this.ended = true;
  }
  answer(i: number): void {
    const { id, settings } = this.asked[i]!;
    this.onmessage!({ data: structuredClone({ id, status: 'done', result: runaway(settings) }) });
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const asked = (count: number) =>
  vi.waitFor(() => expect(StandIn.made.flatMap(({ asked }) => asked)).toHaveLength(count));

describe('the runaway of a function of the reader’s', () => {
  it('is computed here where there is no worker', () => {
    expect(runawayAway(mine)).toEqual(runaway(mine));
  });

  it('comes from a worker that is told the formula; the book’s own are answered at once', async () => {
    vi.stubGlobal('Worker', StandIn);
    expect(runawayAway(settings)).toEqual(runaway(settings));
    expect(StandIn.made).toEqual([]);
    const answer = runawayAway(mine);
    await asked(1);
    expect(StandIn.made[0]!.asked[0]!.own).toEqual([own]);
    expect(isWorking()).toBe(true);
    StandIn.made[0]!.answer(0);
    expect(await answer).toEqual(runaway(mine));
    expect(isWorking()).toBe(false);
  });

  it('is awaited when a newer wish follows soon, and ended when it works for long', async () => {
    vi.stubGlobal('Worker', StandIn);
    const now = vi.spyOn(performance, 'now').mockReturnValue(1e6);
    const first = runawayAway(mine) as Promise<Runaway>;
    now.mockReturnValue(1e6 + 200);
    void runawayAway({ ...mine, depth: 4 });
    await asked(3);
    const busy = StandIn.made[0]!;
    busy.answer(1);
    expect((await first).settings.depth).toBe(3);
    now.mockReturnValue(1e6 + 600);
    const last = runawayAway({ ...mine, depth: 5 }) as Promise<Runaway>;
    await asked(4);
    expect(busy.ended).toBe(true);
    StandIn.made[1]!.answer(0);
    expect((await last).settings.depth).toBe(5);
  });
});
