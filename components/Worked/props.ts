import { z } from 'astro/zod';

/** A numeric example. Inside: an ordered list, one step each, and what follows from it. */
export const props = z.strictObject({ title: z.string().min(1) });

export const prose = ['title'];
