import { z } from 'astro/zod';
import { VFile } from 'vfile';
import { en } from '../strings/en.ts';
import { type Built, type Desk, readChapter } from './chapter.ts';
import type { Site } from './links.ts';
import { emptyOutline } from './outline.ts';
import { parseMdx } from './shelf.ts';
import { type Kind, makeTag, type PropsModule, type Tags } from './tags.ts';

/** Tags of a small book, enough to make every mistake. */
const modules: Record<string, [Kind, PropsModule]> = {
  NeuronBench: [
    'figure',
    { props: z.strictObject({ id: z.string().optional(), width: z.enum(['text', 'wide']).optional() }) },
  ],
  Predict: [
    'piece',
    { props: z.strictObject({ id: z.string(), question: z.string() }), prose: ['question'] },
  ],
  Option: [
    'part',
    {
      props: z.strictObject({ answer: z.string(), right: z.boolean().optional() }),
      prose: ['answer'],
      within: 'Predict',
    },
  ],
  Worked: [
    'piece',
    {
      props: z.strictObject({
        title: z.string().min(1),
        steps: z.array(z.number()).optional(),
        level: z.number().max(9).optional(),
      }),
      prose: ['title'],
    },
  ],
  SideNote: ['piece', { props: z.strictObject({}) }],
  Cite: ['piece', { props: z.strictObject({ id: z.string() }) }],
};

const tags: Tags = new Map(
  Object.entries(modules).map(([name, [kind, module]]) => [name, makeTag(name, kind, module)]),
);

const other = emptyOutline();
other.anchors.set('centred-on-zero', 'section 3.2').set('gradient-by-depth', 'Figure 3.2');

const site: Site = {
  base: '/book/',
  paths: ['/1-what-is-an-activation/', '/3-ideal-properties/', '/digits.csv'],
  outlineAt: (path) => (path === '/3-ideal-properties/' ? other : null),
};

const root = new URL('file:///book/');
const desk: Desk = { root, tags, strings: en, works: ['glorot2010', 'he2015', 'he2016a'], site };

/** Reads a chapter's text as the build does; chapter 1, after three lines of front matter. */
export function read(text: string): { built: Built; tree: ReturnType<typeof parseMdx>; json: string } {
  const tree = parseMdx(`---\ntitle: Test\n---\n${text}`);
  const file = new VFile({ path: '/book/content/1-what-is-an-activation/en.mdx' });
  const built = readChapter(tree, file, desk);
  return { built, tree, json: JSON.stringify(tree) };
}

/** The sentence an author gets for a text. */
export function mistakeIn(text: string): string {
  try {
    read(text);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no mistake';
}

/** Path and line as messages give them; line 1 is the first one of the text. */
export const at = (line: number): string => `content/1-what-is-an-activation/en.mdx:${line + 3}`;
