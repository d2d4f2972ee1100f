import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as whole from 'acorn';
import { expect, test } from 'vitest';
import { lean } from './lean.ts';

const file = fileURLToPath(import.meta.resolve('acorn'));
const text = lean(readFileSync(file, 'utf8'), file)!;
const small: typeof whole = await import(
  /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`
);

type Parser = Pick<typeof whole, 'parse'>;

/** The tree of a program without its regular expressions' values, or where and why there is none. */
function read(parser: Parser, program: string): string {
  try {
    return JSON.stringify(parser.parse(program, { ecmaVersion: 'latest', sourceType: 'module' }));
  } catch (error) {
    const { pos, message } = error as Error & { pos: number };
    return `${pos} ${message.replace(/: \/.*$/, '')}`;
  }
}

test('the parser that readers load reads what the whole one reads', () => {
  const programs = [
    'base * 2',
    'x',
    '"a"',
    '0x1f + 1e3 + 1_0n',
    'const β = 1, φ1 = β, 変数 = 2, 𝒳 = 3, a\u0301 = 4;',
    'const a·b = 1, x\u200dy = 2;',
    '/(?<year>\\d{4})[\\p{L}--[a-z]]/v.test("x"); /a+?b/dgimsuy',
    'class A { static #x = 1; get y() { return A.#x ** 2n; } }',
    'for await (const x of xs) label: while (1) break label;',
  ];
  for (const program of programs) expect(read(small, program), program).toBe(read(whole, program));
});

test('it refuses at the same place what the whole one refuses', () => {
  const programs = [
    'x = /(/;',
    'y = 1;\n/a/gg',
    '/[b-a]/',
    '/\\p{Nonsense}/u',
    'const ☂ = 1',
    'a💥b',
    '/(?<a>x)(?<a>y)/',
  ];
  for (const program of programs) {
    const refused = read(whole, program);
    expect(refused, program).toMatch(/^\d+ /);
    expect(read(small, program).split(' ')[0], program).toBe(refused.split(' ')[0]);
  }
});

test('a library that was updated stops the build', () => {
  expect(() => lean('export {}', file)).toThrow(/has no part from "var astralIdentifierCodes = "/);
  expect(lean('export {}', 'other.js')).toBeNull();
});
