import { describe, expect, test } from 'vitest';
import { Compiler } from '../compile/index.ts';
import { createLibrary, know } from '../library/index.ts';
import { libraryNames } from '../library/names.ts';
import { createPlot } from '../library/plot.ts';
import type { ControlValue, KernelMessage, KnownFunction, Report } from '../protocol.ts';
import { Kernel } from './kernel.ts';

/** A kernel on a clock that the test drives: `settle` runs everything that is due. */
function start() {
  const turns: (() => void)[] = [];
  const sent: KernelMessage[] = [];
  let run = 0;
  const kernel = new Kernel({
    send: (message) => void sent.push(message),
    defer: (callback) => void turns.push(callback),
    timers: {
      setTimeout: (callback) => turns.push(callback),
      setInterval: () => 0,
      clearTimeout: () => undefined,
      queueMicrotask,
    },
    now: () => turns.length,
    know,
    library: createLibrary({ width: 620, load: async () => '', createPlot }),
  });
  const settle = async (acknowledge = true): Promise<void> => {
    for (let quiet = 0; quiet < 20; quiet++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (turns.length > 0) quiet = 0;
      turns.shift()?.();
      const last = sent.findLast((message) => message.type === 'batch');
      if (acknowledge && last) kernel.receive({ type: 'ack', batch: last.batch });
    }
  };
  const define = (
    texts: Readonly<Record<string, string>>,
    controls: readonly ControlValue[] = [],
    functions: readonly KnownFunction[] = [],
  ): void => {
    const cells = Object.entries(texts).map(([id, text]) => ({ id, text }));
    const linked = new Compiler(Object.keys(libraryNames)).link(cells);
    kernel.receive({
      type: 'update',
      define: linked.map((cell) => ({ ...cell, run: ++run, controls })),
      remove: [],
      functions,
    });
  };
  const reports = (cell: string): Report[] =>
    sent.flatMap((message) =>
      message.type === 'batch' ? message.reports.filter((report) => report.cell === cell) : [],
    );
  const value = (cell: string): string | undefined => {
    const output = reports(cell).at(-1)?.shown[0]?.output;
    return output?.type === 'value' ? output.value.text : output?.type;
  };
  return { kernel, sent, settle, define, reports, value };
}

const slider = 'const x = view(Inputs.range([0, 10], { step: 1, value: 3 }));';

describe('Kernel', () => {
  test('runs dependents when a control moves, and not the cell with the control', async () => {
    const { kernel, settle, define, reports, value } = start();
    define({ a: slider, b: 'x * 2', c: '"apart"' });
    await settle();
    const before = [reports('a').length, reports('c').length];
    kernel.receive({ type: 'input', cell: 'a', control: 0, value: 7 });
    await settle();
    expect(value('b')).toBe('14');
    expect(reports('a').at(-1)!.shown[0]).toMatchObject({ key: 1, output: { value: 7 } });
    expect(reports('c').length).toBe(before[1]);
  });

  test('starts a control where the reader left it', async () => {
    const { settle, define, value } = start();
    define({ a: slider, b: 'x' }, [9]);
    await settle();
    expect(value('b')).toBe('9');
  });

  test('ignores a control value that the control cannot have', async () => {
    const { kernel, settle, define, value } = start();
    define({ a: 'const c = view(Inputs.select(["p", "q"]))', b: 'c' });
    await settle();
    kernel.receive({ type: 'input', cell: 'a', control: 0, value: [5] });
    kernel.receive({ type: 'input', cell: 'a', control: 3, value: [1] });
    await settle();
    expect(value('b')).toBe('"p"');
  });

  test('replaces a cell without a word from the old one', async () => {
    const { settle, define, reports, value } = start();
    define({ a: 'const x = 1', b: 'x' });
    await settle();
    define({ a: 'const x = 2', b: 'x' });
    await settle();
    expect(value('b')).toBe('2');
    expect(reports('b').findLastIndex(({ run }) => run === 2)).toBeLessThan(
      reports('b').findIndex(({ run }) => run === 4),
    );
  });

  test('tells a cell that it is over: invalidation resolves before the next run', async () => {
    const { kernel, settle, define, value } = start();
    const watcher = 'x; invalidation.then(() => { count.over++; });';
    define({ a: slider, count: 'const count = { over: 0 };', b: watcher, c: '[x, count.over].join()' });
    await settle();
    kernel.receive({ type: 'input', cell: 'a', control: 0, value: 4 });
    await settle();
    expect(value('c')).toBe('"4,1"');
  });

  test('never has more than four batches on the way', async () => {
    const { sent, settle, define } = start();
    define({
      a: 'for (let i = 0; i < 50; i++) { display(i); await null; await new Promise((go) => setTimeout(go)); }',
    });
    await settle(false);
    expect(sent.filter(({ type }) => type === 'batch')).toHaveLength(4);
  });

  test('says whose code is about to run before it runs', async () => {
    const { sent, settle, define } = start();
    define({ a: 'const x = 1', b: 'x' });
    await settle();
    expect(sent.filter((message) => message.type === 'enter').map(({ cell }) => cell)).toEqual(['a', 'b']);
  });

  test('answers a ping', () => {
    const { kernel, sent } = start();
    kernel.receive({ type: 'ping', id: 7 });
    expect(sent.at(-1)).toEqual({ type: 'pong', id: 7 });
  });
});

describe('the reader’s own functions', () => {
  const bend = { id: 'own_0000000a', label: 'my bend', formula: 'max(0.2x, x)' };
  const net = `new network.Network(network.mlp({
    sizes: [2, 3, 1], activation: activations.findActivation("my bend"), seed: 1
  })).layers[0].activation.df(-1)`;

  test('are found by name and by id, in networks too', async () => {
    const { settle, define, value } = start();
    const byId = 'activations.findActivation("own_0000000a") === activations.findActivation("my bend")';
    define({ net, byId }, [], [bend]);
    await settle();
    expect([value('net'), value('byId')]).toEqual(['0.2', 'true']);
  });

  test('are those of the last message', async () => {
    const { settle, define, reports, value } = start();
    define({ a: net }, [], [bend]);
    await settle();
    define({ a: net }, [], [{ ...bend, id: 'own_0000000b', formula: 'max(0.3x, x)' }]);
    await settle();
    expect(value('a')).toBe('0.3');
    define({ a: net, b: 'activations.readerActivations().length' });
    await settle();
    expect(reports('a').at(-1)!.error).toMatchObject({
      name: 'SyntaxError',
      message:
        'invalid function: my bend; expected the name of a function or a form like leaky_relu(negativeSlope=0.2)',
    });
    expect(value('b')).toBe('0');
  });
});
