import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Connection } from './connection.ts';
import type { Frame } from './frame.ts';

/** A frame whose kernel is the test; `removed` tells that the page has taken it out. */
function frame(started: Promise<void>) {
  const { port1, port2 } = new MessageChannel();
  const element: { removed: boolean; remove(): unknown } = {
    removed: false,
    remove: () => Object.assign(element, { removed: true }),
  };
  return { opened: { element, port: port1, started } as unknown as Frame, element, kernel: port2 };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const turn = () => new Promise((done) => setImmediate(done));

describe('Connection', () => {
  test('is ready when the kernel says so, however long its text was on the way', async () => {
    let arrive = (): void => undefined;
    const { opened, element, kernel } = frame(new Promise((done) => (arrive = done)));
    const connection = new Connection(opened);
    vi.advanceTimersByTime(600_000);
    arrive();
    await turn();
    kernel.postMessage({ type: 'ready' });
    await connection.ready;
    vi.advanceTimersByTime(600_000);
    expect(element.removed).toBe(false);
    connection.close();
  });

  test('is broken when the kernel does not start', async () => {
    const { opened, element } = frame(Promise.resolve());
    const connection = new Connection(opened);
    const why: string[] = [];
    connection.onBroken = (reason) => why.push(reason);
    await turn();
    vi.advanceTimersByTime(19_999);
    expect(why).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(why).toEqual(['the kernel did not start']);
    expect(element.removed).toBe(true);
    await expect(connection.ready).rejects.toThrow('the kernel was closed');
  });

  test('is broken when the text of the kernel does not arrive', async () => {
    const { opened } = frame(Promise.reject(new Error('offline')));
    const connection = new Connection(opened);
    const why: string[] = [];
    connection.onBroken = (reason) => why.push(reason);
    await turn();
    expect(why).toEqual(['the kernel cannot be loaded']);
  });

  test('is broken when the kernel says what no kernel says', async () => {
    const { opened, kernel } = frame(Promise.resolve());
    const connection = new Connection(opened);
    const why: string[] = [];
    connection.onBroken = (reason) => why.push(reason);
    kernel.postMessage({ type: 'ready' });
    await connection.ready;
    kernel.postMessage('nonsense');
    await vi.waitFor(() => expect(why).toEqual(['the kernel sent nonsense']));
  });
});
