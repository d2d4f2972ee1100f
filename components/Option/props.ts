import { z } from 'astro/zod';

/** One answer of a `<Predict>`. Inside: why it is right or wrong. */
export const props = z.strictObject({
  answer: z.string().min(1),
  /** This is what happens; several options may be right. */
  right: z.boolean().default(false),
});

export const prose = ['answer'];
export const within = 'Predict';
