import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lines as linesOf, tokens as tokensOf } from './highlight.ts';

const content = new URL('../../../content/', import.meta.url);
const cells = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((f) =>
  /cells\/.*\.ts$/.test(f),
);
const families = new Map([
  ['relu', 'relu'],
  ['hardSwish', 'hard'],
]);
const familyOf = (word: string) => families.get(word) ?? null;
const tokens = (code: string) => tokensOf(code, familyOf);
const lines = (code: string) => linesOf(code, familyOf);
const kindOf = (code: string, text: string) => tokens(code).find((t) => t.text === text);

describe('the highlighter', () => {
  it.each(cells)('loses no character of %s', (file) => {
    const code = readFileSync(new URL(file, content), 'utf8');
    expect(
      tokens(code)
        .map((t) => t.text)
        .join(''),
    ).toBe(code);
    expect(
      lines(code)
        .map((l) => l.map((t) => t.text).join(''))
        .join('\n'),
    ).toBe(code);
  });

  it('tells keywords, comments and punctuation apart', () => {
    const code = 'const x = 1; // of relu';
    expect(kindOf(code, 'const')?.kind).toBe('k');
    expect(kindOf(code, ';')?.kind).toBe('p');
    expect(kindOf(code, '// of relu')?.kind).toBe('c');
    expect(kindOf(code, 'x')?.kind).toBe('plain');
  });

  it('gives functions their family and leaves strings alone', () => {
    expect(kindOf('hardSwish(h)', 'hardSwish')?.family).toBe('hard');
    expect(tokens("'relu const'")).toEqual([{ text: "'relu const'", kind: 'plain' }]);
  });

  it('takes a property called like a keyword for a name', () => {
    expect(kindOf('x.of', 'of')?.kind).toBe('plain');
    expect(kindOf('toString', 'toString')?.family).toBeUndefined();
  });
});
