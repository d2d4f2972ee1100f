import { describe, expect, it } from 'vitest';
import { Overtaken } from '../../src/figure/answerPage.ts';
import { defaults } from '../../src/figure/settings.ts';
import { compare } from './compare.ts';
import { courseOf } from './course.ts';
import type { Comparison } from './model.ts';
import { controls, type DepthSettings } from './settings.ts';

/** A clock that advances by `tick` whenever it is read, and a newer wish that arrives at `mail`. */
function surroundings(tick: number, mail = Number.POSITIVE_INFINITY) {
  let time = 0;
  let read = false;
  const parts: { readonly part: Comparison; readonly at: number }[] = [];
  return {
    parts,
    course: courseOf({
      answer: (part) => parts.push({ part, at: time }),
      isOvertaken: () => read,
      nextTask: async () => {
        read = time >= mail;
      },
      now: () => {
        time += tick;
        return time;
      },
    }),
    time: () => time,
  };
}

let width = 16;
/** Settings that no other test has measured. */
const fresh = (change: Partial<DepthSettings> = {}): DepthSettings => {
  width += 16;
  return { ...defaults(controls), depth: 6, batch: 2, width, ...change };
};

describe('a comparison beside other work', () => {
  it('answers once when it is done within a frame', async () => {
    const { course, parts } = surroundings(0.01);
    const result = await compare(fresh(), course);
    expect(parts).toHaveLength(0);
    expect(result.progress).toBeNull();
    expect(result.networks.map(({ samples }) => samples.length)).toEqual([5, 5, 5]);
  });

  it('answers with the first seeds after a frame and then now and then, ever more', async () => {
    const { course, parts } = surroundings(1);
    const result = await compare(fresh({ seeds: 20 }), course);
    expect(parts.length).toBeGreaterThan(1);
    const [first] = parts;
    expect(first!.at).toBeLessThan(120);
    expect(first!.part.networks.every(({ samples }) => samples.length >= 1)).toBe(true);
    const done = parts.map(({ part }) => part.progress!.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(parts.every(({ part }) => part.progress!.of === 60)).toBe(true);
    expect(result.progress).toBeNull();
    for (const [i, { mean }] of result.networks.entries()) {
      const { samples } = first!.part.networks[i]!;
      expect(result.networks[i]!.samples.slice(0, samples.length)).toEqual(samples);
      expect(mean.every(Number.isFinite)).toBe(true);
    }
  });

  it('says that it is at work when even the first networks take long', async () => {
    const { course, parts } = surroundings(30);
    await compare(fresh({ seeds: 2 }), course);
    expect(parts[0]!.part.networks.some(({ samples }) => samples.length === 0)).toBe(true);
    expect(parts[0]!.part.networks.every(({ blownUp }) => blownUp === null)).toBe(true);
  });

  it('ends when it has answered and a newer wish waits', async () => {
    const { course, parts, time } = surroundings(2, 0);
    await expect(compare(fresh({ seeds: 20 }), course)).rejects.toThrow(Overtaken);
    expect(parts).toHaveLength(1);
    expect(time()).toBeLessThan(200);
  });

  it('ends without an answer when a newer wish waits and the first networks take long', async () => {
    const { course, parts, time } = surroundings(40, 0);
    await expect(compare(fresh(), course)).rejects.toThrow(Overtaken);
    expect(parts.length).toBeLessThan(2);
    expect(time()).toBeLessThan(700);
  });

  it('measures only the network that changed', async () => {
    const settings = fresh({ seeds: 3 });
    const before = await compare(settings);
    const { course, parts } = surroundings(20);
    const after = await compare({ ...settings, a_init: 'custom', a_sigmaW: 1.5 }, course);
    for (const i of [1, 2]) expect(after.networks[i]!.samples).toEqual(before.networks[i]!.samples);
    expect(after.networks[0]!.samples).not.toEqual(before.networks[0]!.samples);
    // B and C stand in the first part already with all their seeds.
    expect(parts[0]!.part.progress).toEqual({ done: 7, of: 9 });
  });

  it('looks into another layer without measuring anything', async () => {
    const settings = fresh({ seeds: 2 });
    const before = await compare({ ...settings, layer: 2 });
    const after = await compare({ ...settings, layer: 5 });
    const again = await compare({ ...settings, layer: 2 });
    for (const [i, network] of after.networks.entries()) {
      expect(network.samples).toEqual(before.networks[i]!.samples);
      expect(network.preactivations).not.toEqual(before.networks[i]!.preactivations);
      expect(network.preactivations!.counts.reduce((a, b) => a + b)).toBe(2 * after.shape.width);
      expect(again.networks[i]!.preactivations).toEqual(before.networks[i]!.preactivations);
    }
  });
});
