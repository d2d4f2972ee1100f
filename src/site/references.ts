import { z } from 'astro/zod';
import { parse } from 'yaml';

const work = z.strictObject({
  /** Family name first: `Glorot, X.`; a body such as `PyTorch` stands alone. `et al.` may be the last one. */
  authors: z.array(z.string().min(1)).min(1),
  year: z.number().int().min(1900).max(2100),
  title: z.string().min(1),
  /** Where it appeared: journal with volume and pages, conference, publisher. */
  in: z.string().min(1).optional(),
  arxiv: z
    .string()
    .regex(/^(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/)
    .optional(),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/)
    .optional(),
  url: z.url({ protocol: /^https$/ }).optional(),
  /** One sentence: what this book takes from it. */
  note: z.string().min(1).optional(),
});

/** A cited work. */
export type Work = z.infer<typeof work>;

const key = z.string().regex(/^[a-z0-9]+[a-z]?$/);

/**
 * Reads `content/references.yaml`: works by key, `glorot2010`.
 * @throws Error that names the key, the field, the value and what was expected
 */
export function parseReferences(yaml: string): ReadonlyMap<string, Work> {
  const works = new Map<string, Work>();
  for (const [id, entry] of Object.entries(parse(yaml) as Record<string, unknown>)) {
    if (!key.safeParse(id).success) {
      throw new Error(
        `content/references.yaml: invalid key: ${id}; expected author and year, like glorot2010 or he2016b`,
      );
    }
    const result = work.safeParse(entry);
    if (!result.success) {
      const issue = result.error.issues[0];
      throw new Error(
        `content/references.yaml: ${id}: ${issue?.path.join('.') || 'entry'}: ${issue?.message}`,
      );
    }
    works.set(id, result.data);
  }
  return works;
}

/** Family names as a sentence says them: `He`, `Glorot and Bengio`, `Poole and colleagues`. */
export function namesOf(work: Work, words: { and: string; others: string }): string {
  const [first = '', second, ...more] = work.authors.map((author) => author.split(',')[0] ?? author);
  if (second === undefined) return first;
  if (more.length > 0 || second === 'et al.') return `${first} ${words.others}`;
  return `${first} ${words.and} ${second}`;
}

/** Where to read it: the publisher's address, else arXiv, else what the list gives. */
export function addressOf(work: Work): string | null {
  if (work.url) return work.url;
  if (work.arxiv) return `https://arxiv.org/abs/${work.arxiv}`;
  return work.doi ? `https://doi.org/${work.doi}` : null;
}
