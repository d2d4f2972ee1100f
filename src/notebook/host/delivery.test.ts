import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Report } from '../protocol.ts';
import { Delivery } from './delivery.ts';

const report = (cell: string, run: number): Report => ({
  cell,
  run,
  status: 'done',
  error: null,
  waitsFor: null,
  shown: [],
  log: [],
});

/** A clock and frames that the test drives. */
let now = 0;
let frames: (() => void)[] = [];
const nextFrame = (): void => {
  now += 16;
  for (const frame of frames.splice(0)) frame();
};

beforeEach(() => {
  now = 1000;
  frames = [];
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.stubGlobal('document', { hidden: false });
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('Delivery', () => {
  test('hands on at once what a slider brings: its own state, that a dependent runs, and its end', () => {
    const drawn: number[] = [];
    const delivery = new Delivery(({ run }) => drawn.push(run));
    for (const run of [1, 2, 3]) delivery.add([report('a', run)], () => undefined);
    expect(drawn).toEqual([1, 2, 3]);
    expect(frames).toHaveLength(0);
  });

  test('makes a flood wait for the frame, where only the newest report of a cell is drawn', () => {
    const drawn: number[] = [];
    let delivered = 0;
    const delivery = new Delivery(({ run }) => drawn.push(run));
    for (let run = 1; run <= 100; run++) delivery.add([report('a', run)], () => delivered++);
    expect(drawn).toEqual([1, 2, 3, 4, 5, 6]);
    expect(delivered).toBe(6);
    nextFrame();
    expect(drawn).toEqual([1, 2, 3, 4, 5, 6, 100]);
    expect(delivered).toBe(100);
  });

  test('draws a few milliseconds of a frame, and the rest in the next ones', () => {
    const drawn: string[] = [];
    let delivered = 0;
    const delivery = new Delivery(({ cell }) => {
      now += 5;
      drawn.push(cell);
    });
    delivery.add(
      ['a', 'b', 'c', 'd', 'e'].map((cell) => report(cell, 1)),
      () => delivered++,
    );
    expect(drawn).toEqual(['a', 'b']);
    nextFrame();
    expect(drawn).toEqual(['a', 'b', 'c', 'd']);
    expect(delivered).toBe(0);
    nextFrame();
    expect(drawn).toHaveLength(5);
    expect(delivered).toBe(1);
  });

  test('counts the time of single reports together', () => {
    const drawn: string[] = [];
    const delivery = new Delivery(({ cell }) => {
      now += 5;
      drawn.push(cell);
    });
    for (const cell of ['a', 'b', 'c']) delivery.add([report(cell, 1)], () => undefined);
    expect(drawn).toEqual(['a', 'b']);
    nextFrame();
    expect(drawn).toEqual(['a', 'b', 'c']);
  });
});
