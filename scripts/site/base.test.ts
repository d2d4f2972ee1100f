import { expect, test } from 'vitest';
import { readBase } from './base.ts';

test.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['book', '/book/'],
  ['/a/b/', '/a/b/'],
])('BASE=%s is %s', (value, base) => {
  expect(readBase(value)).toBe(base);
});

test('a BASE that is no path is refused', () => {
  expect(() => readBase('/a b/')).toThrow('invalid BASE: "/a b/"; expected a path such as /book/');
});
