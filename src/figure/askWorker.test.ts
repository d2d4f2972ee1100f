import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AskOptions, askWorker } from './askWorker.ts';
import { announceOwn, ownFunction } from './ownFunctions.ts';
import { standIns } from './testing/standIn.ts';

const tooLong = { ms: 10_000, message: 'too long' };

/** A figure that asks, with what it was told; its workers answer when the test says so. */
function figure(options: Partial<AskOptions<string, string>> = {}) {
  const { Worker, made } = standIns<string, string>();
  const ask = askWorker<string, string>({
    start: () => new Worker() as unknown as globalThis.Worker,
    names: (question) => [question],
    patience: 300,
    ...options,
  });
  const told: string[] = [];
  const wish = (question: string): void => {
    const answer = ask(question, (part) => told.push(`${part} …`));
    if (typeof answer === 'string') told.push(answer);
    else
      answer.then(
        (result) => told.push(result),
        (error) => told.push(`failed: ${error.message}`),
      );
  };
  return { made, told, wish };
}

const wait = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.doUnmock('./ownFunctions.ts');
});

describe('a worker with one question at a time', () => {
  it('answers, and is kept', async () => {
    const { made, told, wish } = figure();
    for (const question of ['a', 'b']) {
      wish(question);
      await wait(1000);
      made[0]!.answer(question);
      await wait();
    }
    expect(told).toEqual(['a', 'b']);
    expect(made.map(({ ended }) => ended)).toEqual([false]);
  });

  it('is ended for a newer question that came soon after, once the hand has rested', async () => {
    const { made, told, wish } = figure();
    wish('slow');
    await wait(100);
    wish('quick');
    await wait(299);
    expect(made.map(({ ended }) => ended)).toEqual([false]);
    await wait(1);
    expect(made.map(({ ended, asked }) => [ended, asked.map(({ question }) => question)])).toEqual([
      [true, ['slow']],
      [false, ['quick']],
    ]);
    made[1]!.answer('quick');
    await wait(5000);
    expect(told).toEqual(['quick']);
  });

  it('comes to its end while the hand still moves, and then takes the newest question only', async () => {
    const { made, told, wish } = figure();
    for (let i = 0; i < 40; i++) {
      wish(`${i}`);
      await wait(20);
    }
    made[0]!.answer('0');
    await wait();
    made[0]!.answer('39');
    await wait(1000);
    expect(told).toEqual(['0', '39']);
    expect(made.map(({ ended, asked }) => [ended, asked.length])).toEqual([[false, 2]]);
  });

  it('gives up what takes too long, and starts afresh', async () => {
    const { made, told, wish } = figure({ longest: tooLong });
    wish('endless');
    await wait(9999);
    expect(told).toEqual([]);
    await wait(1);
    expect(told).toEqual(['failed: too long']);
    wish('x');
    await wait();
    made[1]!.answer('x');
    await wait(60_000);
    expect(told).toEqual(['failed: too long', 'x']);
    expect(made.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('counts from the start of a question, not from the one before it', async () => {
    const { made, told, wish } = figure({ longest: tooLong });
    wish('a');
    await wait(9900);
    wish('b');
    await wait(50);
    made[0]!.answer('a');
    await wait(9000);
    made[0]!.answer('b');
    await wait();
    expect(told).toEqual(['a', 'b']);
  });

  it('is no longer awaited when a newer question was answered in the page', async () => {
    const { made, told, wish } = figure({ here: (question) => (question === 'book' ? 'at once' : null) });
    wish('slow');
    await wait(100);
    wish('other');
    wish('book');
    expect(told).toEqual(['at once']);
    await wait(300);
    expect(made.map(({ ended, asked }) => [ended, asked.length])).toEqual([[true, 1]]);
    wish('mine');
    await wait();
    made[1]!.answer('mine');
    await wait(1000);
    expect(told).toEqual(['at once', 'mine']);
  });
});

describe('a worker that makes way by itself', () => {
  const patience = Number.POSITIVE_INFINITY;

  it('hears every question at once, and is never ended', async () => {
    const { made, told, wish } = figure({ patience });
    for (const question of ['a', 'b', 'c']) {
      wish(question);
      await wait(20);
    }
    await wait(60_000);
    expect(made.map(({ ended, asked }) => [ended, asked.length])).toEqual([[false, 3]]);
    // The drag is followed: an answer on the way counts, one older than what was shown does not.
    made[0]!.answer('b', 'done', 1);
    made[0]!.answer('a', 'done', 0);
    made[0]!.answer('c', 'part', 2);
    made[0]!.answer('c', 'done', 2);
    await wait();
    expect(told).toEqual(['c …', 'b', 'c']);
  });

  it('fails after a part of the answer, too', async () => {
    const { made, told, wish } = figure({ patience });
    wish('a');
    await wait();
    made[0]!.answer('half', 'part');
    made[0]!.fail('invalid depth: 0');
    await wait();
    expect(told).toEqual(['half …', 'failed: invalid depth: 0']);
  });
});

describe.each([300, Number.POSITIVE_INFINITY])('with a patience of %d ms', (patience) => {
  it('a worker that breaks is ended and says why; the next question gets a fresh one', async () => {
    const { made, told, wish } = figure({ patience });
    wish('a');
    await wait();
    made[0]!.onerror!({ message: '' });
    await wait();
    wish('b');
    await wait();
    made[1]!.answer('b');
    await wait();
    expect(told).toEqual(['failed: the calculation stopped', 'b']);
    expect(made.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('a worker that cannot be started fails the question', async () => {
    const { told, wish } = figure({
      patience,
      start: () => {
        throw new Error('no workers here');
      },
    });
    wish('a');
    await wait();
    expect(told).toEqual(['failed: no workers here']);
  });

  it('the worker gets the functions of the reader’s that a question names', async () => {
    const bend = ownFunction('bend', 'max(x, 0.3x)');
    const leave = announceOwn(bend);
    const { made, wish } = figure({ patience, names: (question) => [question, 'relu'] });
    wish(bend.id);
    await vi.waitFor(() => expect(made[0]?.asked).toHaveLength(1));
    made[0]!.answer('');
    wish('tanh');
    await vi.waitFor(() => expect(made[0]!.asked).toHaveLength(2));
    expect(made[0]!.asked.map(({ own }) => own)).toEqual([[bend], []]);
    leave();
  });
});

it.each([300, Number.POSITIVE_INFINITY])(
  'a question whose functions cannot be fetched fails (patience %d), and the next is asked',
  async (patience) => {
    vi.resetModules();
    vi.doMock('./ownFunctions.ts', () => {
      throw new Error('no network');
    });
    const fresh = await import('./askWorker.ts');
    const { Worker, made } = standIns<string, string>();
    const ask = fresh.askWorker<string, string>({
      start: () => new Worker() as unknown as globalThis.Worker,
      names: (question) => [question],
      patience,
    });
    await expect(ask('own_bend')).rejects.toThrow();
    const next = ask('relu');
    await vi.waitFor(() => expect(made[0]?.asked).toHaveLength(1));
    made[0]!.answer('there');
    expect(await next).toBe('there');
  },
);
