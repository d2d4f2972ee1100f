import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { tags } from '../components/index.ts';

/** One entry per chapter and language, `content/N-slug/xx.mdx`. */
const chapters = defineCollection({
  loader: glob({ base: './content', pattern: '*/[a-z][a-z].mdx' }),
  schema: z.strictObject({
    /** As on the title page: `What a good one needs`. */
    title: z.string().min(1),
    /** For the line at the head of every page, at most three words. */
    short: z.string().min(1).max(18),
    /** One or two sentences under the title. */
    standfirst: z.string().min(1),
    /** For the contents page and search engines; the standfirst when left out. */
    teaser: z.string().min(1).optional(),
    /** A draft says so on the page, and shows its outline. */
    draft: z.boolean().default(false),
    outline: z.array(z.string()).default([]),
  }),
});

/** The example of every tag, for the gallery. */
const examples = defineCollection({
  loader: glob({ base: './components', pattern: Object.keys(tags).map((tag) => `${tag}/example.mdx`) }),
  schema: z.strictObject({}),
});

export const collections = { chapters, examples };
