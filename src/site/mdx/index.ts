import { unified } from '@astrojs/markdown-remark';
import remarkMath from 'remark-math';

export interface Place {
  readonly root: URL;
  readonly base: string;
}

/** Astro's `markdown` setting for the chapters. */
export async function chapterMarkdown(_place: Place) {
  return { processor: unified({ remarkPlugins: [remarkMath] }) };
}
