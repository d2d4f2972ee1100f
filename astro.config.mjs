import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { checkedCells } from './components/Cell/typeCheck.ts';
import { tags } from './components/index.ts';
import { notebookApi } from './src/notebook/api/bundle.ts';
import { notebookKernel } from './src/notebook/kernel/bundle.ts';
import { leanLibraries } from './src/notebook/kernel/lean.ts';
import { cleanBase } from './src/site/address.ts';
import { chapterMarkdown } from './src/site/mdx/index.ts';
import { oneScript } from './src/site/oneScript.ts';

const base = cleanBase(process.env.BASE ?? '/');

/** Pages that only the makers of the book visit. */
const unlisted = ['/gallery/', '/404'];

export default defineConfig({
  site: process.env.SITE ?? 'http://localhost:4321',
  base,
  trailingSlash: 'always',
  output: 'static',
  build: { assets: 'assets', inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  markdown: await chapterMarkdown({ root: new URL('./', import.meta.url), base, tags }),
  integrations: [
    mdx(),
    preact(),
    sitemap({ filter: (page) => !unlisted.some((path) => new URL(page).pathname.includes(path)) }),
  ],
  vite: {
    plugins: [checkedCells(), notebookKernel(), notebookApi(), leanLibraries, oneScript()],
    // An inlined script would need a hash of its own in the content security policy.
    build: {
      assetsInlineLimit: 0,
      rollupOptions: {
        // Astro marks every MDX module with a directive of its own; the bundler need not say so each time.
        onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
      },
    },
  },
});
