import { z } from 'astro/zod';

/** Names a work in the sentence: `Glorot and Bengio (2010)`, or the words inside the tag. */
export const props = z.strictObject({
  /** Key of `content/references.yaml`. */
  id: z.string().min(1),
});
