import type { Input } from '../library/index.ts';

/** The values of a control, the present one first; ends when the reader of the values does. */
export function follow<T>(input: Input<T>): AsyncGenerator<T, void, void> {
  let fresh = true;
  let wake: (() => void) | null = null;
  let ended = false;
  const stop = input.listen(() => {
    fresh = true;
    wake?.();
  });
  const end = async (): Promise<IteratorResult<T, void>> => {
    ended = true;
    stop();
    wake?.();
    return { done: true, value: undefined };
  };
  const generator = {
    async next(): Promise<IteratorResult<T, void>> {
      while (!fresh && !ended) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (ended) return { done: true, value: undefined };
      fresh = false;
      return { done: false, value: input.value };
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return generator;
    },
    [Symbol.asyncDispose]: async () => void (await end()),
  };
  return generator as AsyncGenerator<T, void, void>;
}
