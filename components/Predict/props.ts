import { z } from 'astro/zod';

/** A question before the answer is shown. Inside: two or more `<Option>`s, then what to show after the answer. */
export const props = z.strictObject({
  /** Names the answer kept on the reader's device, and the place to link at; unique in the chapter. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
  question: z.string().min(1),
});

export const prose = ['question'];
