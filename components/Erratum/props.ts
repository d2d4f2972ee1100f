import { z } from 'astro/zod';

/** A statement of the source that is wrong or dated, corrected in place. Inside: why, an example, a citation. */
export const props = z.strictObject({
  /** Where the source says it: `section 3, paragraph 3`. */
  where: z.string().min(1),
  /** What the source says, in our words. */
  says: z.string().min(1),
  /** What is right instead. */
  instead: z.string().min(1),
  /** The wrong formula, struck out by hand; `says` then introduces it. */
  formula: z.string().min(1).optional(),
  /** The right formula, under the wrong one. */
  corrected: z.string().min(1).optional(),
});

export const prose = ['says', 'instead', 'formula', 'corrected'];
