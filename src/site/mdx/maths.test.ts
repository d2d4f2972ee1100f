import { globSync, readFileSync } from 'node:fs';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { renderMaths } from './maths.ts';
import { at, mistakeIn, read } from './testing.ts';

describe('a formula', () => {
  it('is set as HTML and MathML at build time', () => {
    const { json } = read('Let $h = w x$.');
    expect(json).toContain('<math xmlns=');
    expect(json).toContain('katex-html');
    expect(json).not.toContain('inlineMath');
  });

  it('that cannot be read stops the build', () => {
    expect(mistakeIn('Text.\n\nLet $\\frca{1}{2}$ be.')).toBe(
      `${at(3)}: cannot set $\\frca{1}{2}$: Undefined control sequence: \\frca at position 1: \\̲f̲r̲c̲a̲{1}{2}`,
    );
  });

  it('that needs a font the book does not carry stops the build', () => {
    expect(mistakeIn('$x \\in \\mathbb{R}$')).toBe(
      `${at(1)}: cannot set $x \\in \\mathbb{R}$: the formula needs a symbol from the AMS font; expected a symbol of KaTeX Main, or the character itself: ℝ`,
    );
    expect(() => renderMaths('\\mathcal{L}')).toThrow('another alphabet');
    expect(() => renderMaths('\\mathbf{W}')).toThrow('bold letters');
  });

  it('gets a stop of the Tab key where it may be wider than a phone', () => {
    expect(read('$$\nh = w x + b\n$$').json).not.toContain('tabindex');
    const long = '$$\nh = w_1 x_1 + w_2 x_2 + w_3 x_3 + w_4 x_4 + b\n$$';
    expect(read(long).json).toContain('class=\\"katex-display\\" tabindex=\\"0\\"');
  });

  it('holds on to the full stop behind it', () => {
    const { json } = read('Let $h$. Then');
    expect(json).toMatch(/"tex closed".*<\/span>\."/);
    expect(json).toContain('"value":" Then"');
  });

  it('may stand in the attributes that hold sentences', () => {
    const { json } = read('<Worked title="Where $\\alpha = 2$"/>');
    expect(json).toContain('{"type":"mdxJsxAttribute","name":"slot","value":"title"}');
    expect(json).toContain('α');
  });

  it('is styled by the sheet of the same version', () => {
    const sheet = readFileSync(new URL('../../styles/katex.css', import.meta.url), 'utf8');
    expect(sheet).toContain(`KaTeX ${katex.version}'s sheet`);
  });

  it('has no part that KaTeX styles and the sheet of the book leaves out', () => {
    const styled = (file: string): Set<string> => {
      const rules = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8').matchAll(
        /([^{}]+)\{/g,
      );
      return new Set([...rules].flatMap(([, selector = '']) => selector.match(/\.[a-zA-Z][\w-]*/g) ?? []));
    };
    const [theirs, ours] = [styled('node_modules/katex/dist/katex.css'), styled('src/styles/katex.css')];
    const formulas = globSync('content/**/*.mdx').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\$\$([^$]+)\$\$|\$([^$\n]+)\$/g)].map(([, a, b]) => (a ?? b)!),
    );
    const drawn = formulas.map((tex) => katex.renderToString(tex, { output: 'html', throwOnError: false }));
    const used = new Set(
      drawn.flatMap((html) =>
        [...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')),
      ),
    );
    expect(used).toContain('hide-tail'); // a square root is among them
    const bare = [...used].filter((name) => theirs.has(`.${name}`) && !ours.has(`.${name}`));
    expect(bare.filter((name) => name !== 'katex-error')).toEqual([]);
  });
});
