import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { failureFrom } from './failure.ts';

const thrownBy = (text: string): unknown => {
  try {
    return evaluate(`(function () {"use strict";\n${text}\n})`, 'here')();
  } catch (error) {
    return error;
  }
};

describe('failureFrom', () => {
  test('places an error in the reader’s text', () => {
    const failure = failureFrom(thrownBy('const a = 1;\n  a.b.c;'), 'here');
    expect(failure).toMatchObject({ name: 'TypeError', line: 2, column: 7, origin: null });
    expect(failure.hint).toMatch(/lack a return/);
  });

  test('names the cell whose function threw', () => {
    const failure = failureFrom(thrownBy('throw new Error("x")'), 'there');
    expect(failure).toMatchObject({ line: null, column: null, origin: 'here' });
  });

  test.each([
    ['const dig = () => dig() + 1; dig()', /without end/],
    ['q; let q = 1', /above the line/],
    ['const c = 1; c = 2', /const never changes/],
    ['[...5]', /spread or looped/],
    ['(5)()', /Only functions/],
    ['new Array(-1)', /memory/],
  ])('explains %s', (text, hint) => {
    expect(failureFrom(thrownBy(text), 'here').hint).toMatch(hint);
  });

  test.each([
    ['an object', () => ({ a: 1 }), 'thrown: {a: 1}'],
    ['nothing', () => undefined, 'thrown: undefined'],
    ['a proxy', () => new Proxy({}, { get: fail, getPrototypeOf: fail }), 'thrown: (cannot be read)'],
    [
      'an error that lies',
      () => Object.assign(new Error('x'), { name: 7, message: Symbol('x'), stack: {} }),
      '',
    ],
  ])('survives %s', (_, make, message) => {
    expect(failureFrom(make(), 'here')).toMatchObject({ name: 'Error', message });
  });
});

function fail(): never {
  throw new Error('trap');
}
