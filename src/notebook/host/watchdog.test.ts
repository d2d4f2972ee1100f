import { expect, test } from 'vitest';
import { Watchdog } from './watchdog.ts';

/** The silence shown after so many milliseconds, looked at every 250. */
function after(watchdog: Watchdog, from: number, ms: number) {
  let silence = watchdog.tick(from);
  for (let now = from + 250; now <= from + ms; now += 250) silence = watchdog.tick(now);
  return silence;
}

test('says nothing of a short silence, then counts down to zero', () => {
  const watchdog = new Watchdog(5000);
  watchdog.ask(0);
  expect(after(watchdog, 0, 750)).toBeNull();
  expect(after(watchdog, 750, 1250)).toEqual({ seconds: 2, left: 3 });
  expect(after(watchdog, 2000, 3000)).toEqual({ seconds: 5, left: 0 });
});

test('stops counting with an answer', () => {
  const watchdog = new Watchdog(5000);
  watchdog.ask(0);
  after(watchdog, 0, 4000);
  watchdog.answer();
  expect(after(watchdog, 4000, 9000)).toBeNull();
});

test('does not blame the kernel for a page that slept', () => {
  const watchdog = new Watchdog(5000);
  watchdog.ask(0);
  expect(watchdog.tick(3_600_000)).toBeNull();
});

test('grants one silence more time, and the next has the usual', () => {
  const watchdog = new Watchdog(2000);
  watchdog.ask(0);
  after(watchdog, 0, 1500);
  watchdog.allowLonger(10_000);
  expect(after(watchdog, 1500, 1500)).toEqual({ seconds: 3, left: 9 });
  watchdog.answer();
  watchdog.ask(3000);
  expect(after(watchdog, 3000, 1500)).toEqual({ seconds: 1.5, left: 0.5 });
});
