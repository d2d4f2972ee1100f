import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import type { OptimizerSpec } from './optimizer.ts';
import { collect, data, full, options, pacing, xor } from './testing/xorTraining.ts';
import { train } from './training.ts';
import { decodeState, encodeState } from './trainingState.ts';

describe('training', () => {
  it('learns what no straight line separates', () => {
    const training = train(options());
    expect(evaluate(training.network, data, 'softmax-cross-entropy').accuracy).toBeLessThan(0.75);
    const snapshot = training.advance(600);
    expect(snapshot).toMatchObject({ status: 'running', step: 600, epoch: 600 / 9 });
    expect(evaluate(training.network, xor(500, 2), 'softmax-cross-entropy').accuracy).toBeGreaterThan(0.93);
  });

  const optimizers: readonly OptimizerSpec[] = [
    { type: 'sgd', learningRate: 0.1, weightDecay: 0.01 },
    { type: 'momentum', learningRate: 0.05 },
    { type: 'adam', learningRate: 0.01 },
  ];

  it.each(optimizers)('is bit-identical for one seed and resumes bit for bit: %j', (optimizer) => {
    const whole = train(options({ optimizer }, full));
    const losses = whole.advance(50).losses;
    const again = train(options({ optimizer }, full));
    expect(again.advance(50).losses).toEqual(losses);
    expect(again.network.parameters).toEqual(whole.network.parameters);

    const first = train(options({ optimizer }, full));
    first.advance(23);
    const text = encodeState(first.state());
    const blank = options({ optimizer, state: decodeState(text) }, full);
    blank.network.parameters.fill(NaN);
    blank.network.running.fill(NaN);
    const second = train(blank);
    expect(second.advance(27).losses).toEqual(losses.slice(23));
    expect(second.state()).toEqual(whole.state());
  });

  it('differs for another seed', () => {
    const one = train(options({ seed: 1 })).advance(3).losses;
    expect(train(options({ seed: 2 })).advance(3).losses).not.toEqual(one);
  });

  it('yields a snapshot per tick, each within its budget', async () => {
    const pace = pacing();
    // Looks at the clock: one to set the end, then one per step, so a budget of 4 lets 4 steps through.
    const snapshots = await collect(train(options({ ...pace, budget: 4, steps: 10 })));
    expect(snapshots.map((s) => s.step)).toEqual([4, 8, 10]);
    expect(snapshots.map((s) => s.status)).toEqual(['running', 'running', 'finished']);
    expect(snapshots.map((s) => s.losses.length)).toEqual([4, 4, 2]);
    expect(pace.ticks()).toBe(2);
  });

  it('takes one step at least, however small the budget', async () => {
    const snapshots = await collect(train(options({ ...pacing(), budget: 0.001, steps: 3 })));
    expect(snapshots.map((s) => s.step)).toEqual([1, 2, 3]);
  });

  it('obeys the speed', async () => {
    const training = train(options({ ...pacing(), budget: 100, steps: 9, speed: 2 }));
    const snapshots = await collect(training, ({ step }) => {
      if (step === 4) training.speed = 5;
    });
    expect(snapshots.map((s) => s.step)).toEqual([2, 4, 9]);
  });

  it('pauses, steps, resumes and stops', async () => {
    const training = train(options({ ...pacing(), budget: 100, speed: 3 }));
    const seen: string[] = [];
    const loop = collect(training, ({ step, status }) => {
      seen.push(`${step} ${status}`);
      if (step === 6) training.pause();
      if (step === 12) training.stop();
    });
    const settle = async () => {
      for (let i = 0; i < 20; i++) await Promise.resolve();
    };
    await settle();
    expect(seen).toEqual(['3 running', '6 running']);
    expect(training.status).toBe('paused');
    training.step();
    await settle();
    expect(seen.at(-1)).toBe('7 paused');
    training.step(2);
    await settle();
    expect(seen.at(-1)).toBe('9 paused');
    training.resume();
    await loop;
    expect(seen.at(-1)).toBe('12 running');
    expect(training.status).toBe('stopped');
    expect(await collect(training)).toEqual([]);
  });

  it('can be left and taken up again', async () => {
    const training = train(options({ ...pacing(), budget: 2, steps: 6 }));
    for await (const { step } of training) if (step === 2) break;
    expect(training.status).toBe('running');
    expect((await collect(training)).map((s) => s.step)).toEqual([4, 6]);
  });

  it('wakes every loop that waits for it', async () => {
    const training = train(options({ ...pacing(), budget: 2, steps: 8 }));
    training.pause();
    const loops = Promise.all([collect(training), collect(training)]);
    await Promise.resolve();
    training.resume();
    const steps = (await loops).flat().map((s) => s.step);
    expect(steps.sort((a, b) => a - b)).toEqual([2, 4, 6, 8]);
  });

  it('has nothing left to do when resumed at its end', async () => {
    const state = train(options({ steps: 2 })).state();
    const ended = { ...state, step: 2 };
    const training = train(options({ ...pacing(), steps: 2, state: ended }));
    expect(training.status).toBe('finished');
    expect(await collect(training)).toEqual([]);
  });

  it('stops while paused', async () => {
    const training = train(options({ ...pacing(), budget: 2 }));
    training.pause();
    const loop = collect(training);
    training.stop();
    expect(await loop).toEqual([]);
  });
});
