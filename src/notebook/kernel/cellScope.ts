import type { Log } from './log.ts';

/** Timers as the environment has them. */
export interface Timers {
  setTimeout(callback: () => void, ms: number): number;
  setInterval(callback: () => void, ms: number): number;
  clearTimeout(id: number): void;
  queueMicrotask(callback: () => void): void;
}

const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** A console that writes under the cell. Methods beyond the usual five do nothing. */
export function cellConsole(log: Log, changed: () => void): Console {
  const methods = levels.map((level) => {
    const write = (...values: unknown[]): void => {
      log.write(level, values);
      changed();
    };
    return [level, write] as const;
  });
  const assert = (condition: unknown, ...values: unknown[]): void => {
    if (condition) return;
    log.write('error', ['Assertion failed:', ...values]);
    changed();
  };
  const written = { ...Object.fromEntries(methods), assert, table: methods[0]![1], dir: methods[0]![1] };
  return new Proxy(written, {
    get: (target, key) => Reflect.get(target, key) ?? (() => undefined),
  }) as unknown as Console;
}

/**
 * Timers that know their cell: what a callback throws is the cell's, and the page learns whose code has the thread.
 * All stop when the cell runs anew.
 */
export function cellTimers(
  timers: Timers,
  run: (callback: () => void) => void,
): { scope: Readonly<Record<'setTimeout' | 'setInterval' | 'queueMicrotask', unknown>>; stop(): void } {
  const running = new Set<number>();
  const guarded = (callback: unknown, values: readonly unknown[]) => () => {
    if (typeof callback === 'function') run(() => callback(...values));
  };
  const keep = (id: number): number => {
    running.add(id);
    return id;
  };
  return {
    scope: {
      setTimeout: (callback: unknown, ms?: unknown, ...values: unknown[]) => {
        const id = keep(
          timers.setTimeout(() => {
            running.delete(id);
            guarded(callback, values)();
          }, Number(ms) || 0),
        );
        return id;
      },
      setInterval: (callback: unknown, ms?: unknown, ...values: unknown[]) =>
        keep(timers.setInterval(guarded(callback, values), Math.max(1, Number(ms) || 0))),
      queueMicrotask: (callback: unknown) => timers.queueMicrotask(guarded(callback, [])),
    },
    stop() {
      for (const id of running) timers.clearTimeout(id);
      running.clear();
    },
  };
}
