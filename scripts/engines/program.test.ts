import { expect, test } from 'vitest';
import { findProgram } from './program.ts';

test('a variable names the program alone', () => {
  expect(findProgram('MINE', ['node'], [], { MINE: process.execPath, PATH: '/usr/bin' })).toBe(
    process.execPath,
  );
  expect(() => findProgram('MINE', [], [], { MINE: '/nowhere' })).toThrow('invalid MINE: "/nowhere"');
});

test('without it the PATH is searched, then the usual places', () => {
  const place = process.execPath;
  expect(findProgram('MINE', ['no-such-program'], ['/nowhere', place], { PATH: '/usr/bin' })).toBe(place);
  expect(findProgram('MINE', ['no-such-program'], [], { PATH: '/usr/bin' })).toBeUndefined();
});
