// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these strings are programs
import { transpile } from '@observablehq/notebook-kit';
import { describe, expect, test } from 'vitest';
import { compileCell } from './cell.ts';
import { globals } from './globals.ts';

const names = (map: ReadonlyMap<string, number>): string[] => [...map.keys()].sort();

/** Names that both count as built in, or that Notebook Kit does not know. */
const ours = new Set(['setTimeout', 'console', ...globals]);

const samples: readonly string[] = [
  'a + b',
  'const x = 1, { y, z: [w] } = q;',
  'function f(a, b = c) { return a + g(b) }',
  'class A extends B { #p = d; static s = e; m(x) { return x + this.y } }',
  'const f = async (x) => { await g(x); for (const i of h) j(i) }',
  'await fetchAll(url)',
  'for await (const x of stream) display(x);',
  'const s = view(Inputs.range([0, 1]));',
  'display(a)',
  '({ a, b: c, [d]: e, f() { return g } })',
  'const k = () => { var inner = 1; { let deep = inner } return typeof outer }',
  'try { a() } catch ({ message }) { b(message) } finally { c() }',
  'const t = `${u} ${`${v}`}`; tagged`x ${w}`;',
  'label: for (const i in o) { if (i in p) continue label }',
  'const gen = function* named() { yield* named(); yield other }',
  'x => y => x + y + z',
  'const { a = b, ...rest } = c; let d; d = 1; d++;',
  'if (a) { function hoisted() { return b } }',
];

describe('compileCell', () => {
  test.each(samples)('finds the names that Notebook Kit finds in %s', (sample) => {
    const cell = compileCell(sample);
    const kit = transpile(sample, 'js');
    expect(names(cell.references)).toEqual(kit.inputs!.filter((name) => !ours.has(name)).sort());
    expect(names(cell.declarations)).toEqual([...kit.outputs!].sort());
  });

  test.each([
    ['1 + 1', true],
    ['1 + 1;', true],
    ['type T = number;\nf<T>(1); // done;', true],
    ['const a = 1; a', false],
    ['display(1)', false],
    ['view(x)', false],
    ['', false],
  ])('shows the value of %j: %s', (sample, shows) => {
    expect(compileCell(sample).shows).toBe(shows);
  });

  test('keeps line and column of the text: its first line is the second of the code', () => {
    const text = 'const a: number = 1;\nconst b = a as any; boom()';
    const lines = compileCell(text).code.split('\n');
    expect(lines[2]!.indexOf('boom')).toBe(text.split('\n')[1]!.indexOf('boom'));
  });

  test.each([
    ['x = 3', /x is assigned but not declared/, 0],
    ['const a = 1;\nb++', /b is assigned/, 13],
    ['Math = 1', /Math is assigned/, 0],
    ['const Math = 1', /Math is built in/, 6],
    ['const display = 1', /display is built in/, 6],
    ['import x from "y"', /import is not available/, 0],
    ['export const x = 1', /export is not available/, 0],
    ['return 3', /'return' outside of function/, 0],
    ['const a = ;', /Unexpected ;/, 10],
    ['1 +', /ends too early/, 3],
  ])('refuses %j', (sample, message, offset) => {
    expect(() => compileCell(sample)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(message), offset }),
    );
  });

  test('refuses texts that would hold the page up', () => {
    expect(() => compileCell(' '.repeat(100_001))).toThrow(/100001 characters/);
    expect(() => compileCell('('.repeat(50_000))).toThrow();
  });
});
