import { describe, expect, test } from 'vitest';
import { inspect } from './inspect.ts';

class Point {
  x = 1;
  #hidden = 2;
  get far(): number {
    return this.#hidden;
  }
}

describe('inspect', () => {
  test.each([
    [1.5, '1.5'],
    [-0, '-0'],
    [Number.NaN, 'NaN'],
    [12n, '12n'],
    ['a "b"\n', '"a \\"b\\"\\n"'],
    [true, 'true'],
    [undefined, 'undefined'],
    [null, 'null'],
    [Symbol('s'), 'Symbol(s)'],
    [[1, 'a', [2]], 'Array(3) [1, "a", Array(1) [2]]'],
    [{ a: 1, b: { c: 2 } }, '{a: 1, b: {c: 2}}'],
    [new Map([[1, 'x']]), 'Map(1) {1 => "x"}'],
    [new Set([3]), 'Set(1) {3}'],
    [new Float64Array(3), 'Float64Array(3) [0, 0, 0]'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [new Date(Number.NaN), 'Invalid Date'],
    [/a/g, '/a/g'],
    [new RangeError('no'), 'RangeError: no'],
    [new Point(), 'Point {x: 1}'],
    [Point, 'class Point'],
    [(x: number) => x, 'ƒ (anonymous)'],
    [Object.create(null), 'null-prototype {}'],
    [
      {
        get a() {
          return 1;
        },
      },
      '{a: (getter)}',
    ],
  ])('writes %o on one line', (value, text) => {
    expect(inspect(value).text).toBe(text);
  });

  test('marks a circle instead of following it', () => {
    const ring: { me?: unknown } = {};
    ring.me = ring;
    expect(inspect(ring).entries).toEqual([['me', { kind: 'object', text: '(circular)' }]]);
  });

  test('never runs getters, toString or toJSON', () => {
    const no = (): never => {
      throw new Error('was called');
    };
    const value = {
      get a() {
        return no();
      },
      toString: no,
      toJSON: no,
      [Symbol.toPrimitive]: no,
    };
    expect(inspect(value).text).toMatch(/^\{a: \(getter\), toString: /);
  });

  test('gives up on what cannot be read', () => {
    const trap = new Proxy(
      {},
      {
        getPrototypeOf: () => {
          throw new Error('trap');
        },
      },
    );
    expect(inspect({ trap }).entries![0]![1].text).toBe('(cannot be read)');
  });

  test('cuts what is long, deep or wide, and says how much is left', () => {
    const wide = inspect(Array.from({ length: 1000 }, (_, i) => i));
    expect(wide.entries).toHaveLength(60);
    expect(wide.more).toBe(940);
    expect(inspect('x'.repeat(1e6)).text).toMatch(/… \(1000000 characters\)"$/);
    let deep: unknown = 1;
    for (let i = 0; i < 1000; i++) deep = [deep];
    expect(JSON.stringify(inspect(deep)).length).toBeLessThan(2000);
    const bush = Array.from({ length: 60 }, () => Array.from({ length: 60 }, () => Array(60).fill({ a: 1 })));
    expect(JSON.stringify(inspect(bush)).length).toBeLessThan(200_000);
  });
});
