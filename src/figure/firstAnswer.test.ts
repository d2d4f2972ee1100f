import { describe, expect, it } from 'vitest';
import { firstAnswer } from './firstAnswer.ts';

/** A computation whose parts and end a test brings about. */
function slow() {
  let part: (soFar: string) => void = () => {};
  let done: (whole: string) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const first = firstAnswer<string>((more) => {
    part = more;
    return new Promise((resolve, reject) => {
      done = resolve;
      fail = reject;
    });
  });
  return { first, part, done, fail };
}

describe('the first answer', () => {
  it.each(['whole', Promise.resolve('whole')])('is the whole where there are no parts', async (answer) => {
    expect(await firstAnswer(() => answer)).toEqual({ result: 'whole', rest: null });
  });

  it('is the first part; the rest goes to whoever asks for it', async () => {
    const { first, part, done } = slow();
    part('a');
    const { result, rest } = await first;
    expect(result).toBe('a');
    // More may come while the first part is being drawn: only the fullest counts.
    part('ab');
    part('abc');
    const seen: string[] = [];
    const whole = rest!((soFar) => seen.push(soFar));
    part('abcd');
    done('abcde');
    expect(await whole).toBe('abcde');
    expect(seen).toEqual(['abc', 'abcd']);
  });

  it('fails as the computation does, at once or after a part', async () => {
    const broken = (): string => {
      throw new Error('invalid depth');
    };
    await expect(firstAnswer(broken)).rejects.toThrow('invalid depth');
    const { first, part, fail } = slow();
    part('a');
    const { rest } = await first;
    fail(new Error('out of memory'));
    await expect(rest!(() => {})).rejects.toThrow('out of memory');
  });
});
