import { z } from 'astro/zod';

/** What someone who builds networks wants to know here; readers may skip it. */
export const props = z.strictObject({ title: z.string().min(1).optional() });

export const prose = ['title'];
