import { describe, expect, it } from 'vitest';
import { type Mistake, readFormula } from './mistake.ts';

function mistakeIn(text: string): Mistake {
  const reading = readFormula(text);
  if (reading.status === 'read') throw new Error(`${text} was read`);
  return reading.mistake;
}
const marked = (text: string): string => text.slice(mistakeIn(text).from, mistakeIn(text).to);
const mended = (text: string): string[] => mistakeIn(text).repairs.map((repair) => repair.text);

describe('a mistake', () => {
  it.each([
    ['max(0.1x, mim(x, 6))', 'mim'],
    ['x + $', '$'],
    ['1,5x', ','],
    ['x +', ''],
    ['sin x', 'x'],
    ['y = x', 'y'],
    ['хx', 'хx'],
  ])('in %s is marked at “%s”', (text, piece) => {
    expect(marked(text)).toBe(piece);
  });

  it('says what and where in sentences', () => {
    expect(mistakeIn('max(0.1x, mim(x, 6))').sentence).toBe(
      'Unknown name: mim, character 11. Expected x, pi, e or a function.',
    );
    expect(mistakeIn('max(0.1x,\n  mim(x, 6))').sentence).toBe(
      'Unknown name: mim, line 2, character 3. Expected x, pi, e or a function.',
    );
    expect(mistakeIn('').sentence).toBe('Type a formula in x, such as max(0.1x, x).');
    expect(mistakeIn('x'.repeat(10_000)).sentence).toContain('10000 characters');
    expect(mistakeIn('('.repeat(500)).sentence).toContain('at most 100 levels');
  });

  it.each([
    ['max(0.1x, mim(x, 6))', ['max(0.1x, min(x, 6))']],
    ['1,5x', ['1.5x']],
    ['y = x^2', ['x^2']],
    ['x=>x', ['x']],
    ['x => max(0, x)', ['max(0, x)']],
    ['log|x|', ['log(|x|)']],
    ['2 + log |x - 1| * 3', ['2 + log(|x - 1|) * 3']],
    ['log|', []],
    ['max[0, x]', ['max(0, x)']],
    ['x2', ['x^2', '2x']],
    ['sin(х)', ['sin(x)']],
  ])('in %s can be mended by a button', (text, want) => {
    expect(mended(text)).toEqual(want);
    for (const each of want) expect(readFormula(each).status).toBe('read');
  });

  it.each(['alert(1)', 'constructor', '__proto__', 'x.y', 'fetch("x")', '`x`', 'x;x', 'this', 'x => x'])(
    'is what code is: %s',
    (text) => {
      expect(readFormula(text).status).toBe('refused');
    },
  );
});
