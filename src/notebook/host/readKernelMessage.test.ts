import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runCells } from '../kernel/node.ts';
import { readKernelMessage } from './readKernelMessage.ts';

/** One cell for each kind of output. */
const texts = [
  '[1, { a: new Map() }]',
  'Plot.dot([[1, 2]], { tip: true }).plot()',
  'html`<b>x</b>`',
  'Inputs.table([{ a: 1 }])',
  'const x = view(Inputs.range([0, 1]));',
  'display({ width: 1, height: 1, data: new Uint8ClampedArray(4) }); console.log(1); nothing.here',
  'null.x',
  'keep("bend", "max(0.1x, x)")',
];

const reports = [...(await runCells(texts.map((text, i) => ({ id: `c${i}`, text })))).values()];
const batch = { type: 'batch', batch: 1, reports };

/** A copy of a value in which one part, chosen by `at`, is replaced. */
function spoil(value: unknown, at: { left: number }, by: unknown): unknown {
  if (at.left-- === 0) return by;
  if (Array.isArray(value)) return value.map((item) => spoil(item, at, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spoil(item, at, by)]));
}

describe('readKernelMessage', () => {
  test('takes what kernels send', () => {
    expect(readKernelMessage(batch)).toEqual(batch);
    for (const message of [{ type: 'ready' }, { type: 'enter', cell: 'a-b' }, { type: 'pong', id: 3 }]) {
      expect(readKernelMessage(message)).toEqual(message);
    }
  });

  test('refuses a message with any part replaced by a function-free nonsense object', () => {
    const parts = JSON.stringify(batch).match(/[[{:,]/g)!.length;
    const nonsense = { nonsense: true };
    let refused = 0;
    for (let i = 0; i < parts; i++) {
      const at = { left: i };
      const spoilt = spoil(batch, at, nonsense);
      if (at.left >= 0) break;
      expect(readKernelMessage(spoilt), `part ${i}`).toBeNull();
      refused++;
    }
    expect(refused).toBeGreaterThan(200);
  });

  test.each([
    ['no name', { name: '', formula: 'x' }],
    ['a name that is no text', { name: ['a'], formula: 'x' }],
    ['no formula', { name: 'a' }],
    ['a formula of 10,000 characters', { name: 'a', formula: 'x'.repeat(10_000) }],
    ['a formula that is code', { name: 'a', formula: () => 1 }],
  ])('refuses a function with %s', (_, named) => {
    const { ...report } = reports[0]!;
    const shown = [{ key: 1, output: { type: 'function', ...named } }];
    expect(readKernelMessage({ ...batch, reports: [{ ...report, shown }] })).toBeNull();
  });

  test('answers null or a message to anything, and never throws', () => {
    const types = fc.constantFrom('ready', 'enter', 'pong', 'batch', 'need', 'x');
    fc.assert(
      fc.property(
        fc.record({ type: types, cell: fc.anything(), batch: fc.anything(), reports: fc.anything() }),
        (value) => {
          const read = readKernelMessage(value);
          expect(read === null || read.type === value.type).toBe(true);
        },
      ),
      { seed: 2 },
    );
    for (const value of [null, undefined, 1, 'ready', [], { type: 'enter', cell: '<b>' }])
      expect(readKernelMessage(value)).toBeNull();
  });
});
