import { readdirSync, readFileSync } from 'node:fs';
import { highlightTree } from '@lezer/highlight';
import { describe, expect, it } from 'vitest';
import { colouredNames, inkStyle } from '../editor/ink.ts';
import { typescript } from '../editor/typescript.ts';
import { tokens } from './highlight.ts';

const content = new URL('../../../content/', import.meta.url);
const cells = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((f) =>
  /cells\/.*\.ts$/.test(f),
);
const familyOf = (word: string) => (/^(relu|gelu|sigmoid|tanh|step)$/.test(word) ? word : null);

const samples: Readonly<Record<string, string>> = {
  keys: 'const a = { relu: 1, gelu: sigmoid };\nplot({ step: 0.1 }, relu);',
  'a choice of two': 'const f = x > 0 ? relu : gelu;',
  types: 'interface Unit { tanh: number; step: string }\ntype F = (h: number) => void;',
  'strings and templates': 'const s = "relu const" + \'if\' + `of ${relu} in`;',
  comments: '/* of relu\n   const */ relu; // if tanh',
  loops: 'for (const x of [relu]) { if (x) continue; else break; }\nwhile (true) await x();',
  classes: 'class A extends B { static x = new C(); y() { return this.x ?? null; } }',
};

/** One letter for each character: how a listing shows it. */
function listed(code: string): string[] {
  return tokens(code, familyOf).flatMap(({ text, kind, family }) =>
    [...text].map((c) => (/\s/.test(c) ? ' ' : (family ?? kind).padEnd(1))),
  );
}

/** The same in the editor. */
function edited(code: string): string[] {
  const shown = Array.from(code, (c): string => (/\s/.test(c) ? ' ' : 'plain'));
  const tree = typescript.language.parser.parse(code);
  const put = (from: number, to: number, kind: string): void => {
    for (let i = from; i < to; i++) if (shown[i] !== ' ') shown[i] = kind;
  };
  highlightTree(tree, inkStyle, put);
  tree.iterate({
    enter: ({ name, from, to }) => {
      const family = colouredNames.test(name) ? familyOf(code.slice(from, to)) : null;
      if (family) put(from, to, family);
    },
  });
  return shown;
}

const readable = (code: string, kinds: readonly string[]): string[] =>
  Array.from(code, (c, i) => (c.trim() ? `${c} ${kinds[i]}` : c));

describe('the editor shows code as the listing does', () => {
  it.each(cells)('in %s', (file) => {
    const code = readFileSync(new URL(file, content), 'utf8');
    expect(readable(code, edited(code))).toEqual(readable(code, listed(code)));
  });

  it.each(Object.keys(samples))('with %s', (name) => {
    const code = samples[name]!;
    expect(readable(code, edited(code))).toEqual(readable(code, listed(code)));
  });
});
