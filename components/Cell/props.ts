import { z } from 'astro/zod';

/** A code cell of the chapter. */
export const props = z.strictObject({
  /** Name of the file in the chapter's `cells/`, without its ending. */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/, 'the name of a file in cells/, without .ts'),
});
