import { z } from 'astro/zod';

/** The one sentence of a section to remember. */
export const props = z.strictObject({});
