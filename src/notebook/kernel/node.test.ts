// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these strings are programs
import { describe, expect, test } from 'vitest';
import type { Report } from '../protocol.ts';
import { runCells } from './node.ts';

const run = (texts: Readonly<Record<string, string>>): Promise<Map<string, Report>> =>
  runCells(
    Object.entries(texts).map(([id, text]) => ({ id, text })),
    { timeout: 5000 },
  );

/** What a cell shows, values as their text. */
const shown = (report: Report | undefined): unknown[] =>
  report!.shown.map(({ output }) => (output.type === 'value' ? output.value.text : output.type));

describe('a chapter’s cells', () => {
  test('run in the order of what they read, not of the page', async () => {
    const reports = await run({ last: 'a + b', mid: 'const b = a * 2', first: 'const a: number = 2;' });
    expect(shown(reports.get('last'))).toEqual(['6']);
    expect(shown(reports.get('mid'))).toEqual([]);
  });

  test('show a lone expression, and whatever they display', async () => {
    const reports = await run({
      a: '1 + 1;',
      b: 'display(1);\nconst x = display(2);',
      c: 'x',
      d: 'let y = 3; y',
    });
    expect([...reports.values()].map(shown)).toEqual([['2'], ['1', '2'], ['2'], []]);
  });

  test('wait for promises and follow generators', async () => {
    const reports = await run({
      a: 'const p = Promise.resolve(3);',
      b: 'p + 1',
      c: 'const q = await Promise.resolve(5);',
      d: 'q',
      e: 'const g = (function* () { yield 1; yield 2; })();',
      f: 'typeof g',
    });
    expect(['b', 'd', 'f'].map((id) => shown(reports.get(id)))).toEqual([['4'], ['5'], ['"number"']]);
  });

  test('see the value of a control, not the control', async () => {
    const reports = await run({
      a: 'const x = view(Inputs.range([0, 10], { step: 1, value: 3 }));',
      b: 'x + 1',
    });
    expect(shown(reports.get('a'))).toEqual(['control']);
    expect(shown(reports.get('b'))).toEqual(['4']);
  });

  test('fail alone: their dependents wait, the others run', async () => {
    const reports = await run({
      a: 'const x = null.y;',
      b: 'x',
      c: 'const z = x;',
      d: 'z',
      e: '7',
      f: 'const p = Promise.reject(new Error("late"));',
      g: 'p',
    });
    expect(reports.get('a')).toMatchObject({
      status: 'failed',
      error: { name: 'TypeError', line: 1, column: 16 },
    });
    expect(reports.get('b')).toMatchObject({ status: 'waiting', waitsFor: 'x', error: null });
    expect(reports.get('d')).toMatchObject({ status: 'waiting', waitsFor: 'z' });
    expect(shown(reports.get('e'))).toEqual(['7']);
    expect(reports.get('f')).toMatchObject({ status: 'failed', error: { message: 'late' } });
    expect(reports.get('g')).toMatchObject({ status: 'waiting', waitsFor: 'p' });
  });

  test('report what was wrong before running', async () => {
    const reports = await run({
      a: 'const x = 1',
      b: 'const x = 2',
      c: 'y',
      d: 'const m = n',
      e: 'const n = m',
      f: 'm',
    });
    expect(['a', 'b', 'c', 'd', 'e'].map((id) => reports.get(id)!.error?.message)).toEqual([
      'x is defined more than once',
      'x is defined more than once',
      'y is not defined',
      'circular definition: n depends on this cell',
      'circular definition: m depends on this cell',
    ]);
    expect(reports.get('f')).toMatchObject({ status: 'waiting', waitsFor: 'm' });
  });

  test('keep their console apart, and join equal lines', async () => {
    const reports = await run({
      a: 'console.log("one", { a: 1 }); console.log("x"); console.log("x");',
      b: 'console.warn(2)',
    });
    expect(reports.get('a')!.log).toEqual([
      { level: 'log', text: 'one {a: 1}', times: 1 },
      { level: 'log', text: 'x', times: 2 },
    ]);
    expect(reports.get('b')!.log).toEqual([{ level: 'warn', text: '2', times: 1 }]);
  });

  test('say so when they show more than a page can take', async () => {
    const reports = await run({
      many: 'for (let i = 0; i < 1000; i++) display(i);',
      large: 'Plot.dot(Array.from({ length: 9000 }, (_, i) => [i, i])).plot()',
      heap: 'for (let i = 0; i < 10; i++) display(Plot.dot(Array.from({ length: 900 }, (_, j) => [i, j])).plot());',
      long: 'html`${"x".repeat(200_000)}`',
    });
    expect(reports.get('many')!.shown).toHaveLength(101);
    expect(reports.get('many')!.shown.at(-1)!.output).toEqual({
      type: 'notice',
      text: 'Only the first 100 are shown; the rest is too much for a page.',
    });
    expect(reports.get('large')!.shown[0]!.output).toMatchObject({ type: 'notice' });
    expect(reports.get('heap')!.shown).toHaveLength(5);
    expect(reports.get('long')!.shown[0]!.output).toMatchObject({ type: 'notice' });
  });

  test('settle whatever a value does when it is looked at', async () => {
    const trap =
      'new Proxy({}, { get: no, ownKeys: no, getPrototypeOf: no, has: no, getOwnPropertyDescriptor: no })';
    const reports = await run({
      no: 'const no = () => { throw 1; };',
      shown: trap,
      displayed: `display(${trap});\nconst q = 1;`,
      thrown: `throw ${trap};`,
      named: `const p = { inner: ${trap} };`,
      reader: 'p',
    });
    expect([...reports.values()].map(({ status }) => status)).toEqual([
      'done',
      'failed',
      'done',
      'failed',
      'done',
      'done',
    ]);
    expect(reports.get('reader')!.shown).toHaveLength(1);
  });

  test('give the same reports every time', async () => {
    const texts = {
      a: 'Plot.plot({ marks: [Plot.dot([[1, 2], [3, 4]], { tip: true, clip: true })], color: { legend: true } })',
      b: 'random(7).normal()',
      c: 'Inputs.table([{ a: 1.5, b: "x" }])',
    };
    expect(JSON.stringify([...(await run(texts))])).toBe(JSON.stringify([...(await run(texts))]));
  });

  test('refuse to wait for ever', async () => {
    const cells = [{ id: 'slow', text: 'await new Promise(() => {})' }];
    await expect(runCells(cells, { timeout: 50 })).rejects.toThrow('cells still running after 50 ms: slow');
  });
});
