import { z } from 'astro/zod';

/** A remark in the margin. In a sentence it is numbered; on a line of its own it stands unnumbered beside the text. */
export const props = z.strictObject({});
