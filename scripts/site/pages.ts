import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../machine/root.ts';

/** The paths of the chapters in a built book, in order: `/1-what-is-an-activation/` first. */
export function chapterPaths(folder: string): string[] {
  const files = globSync('[0-9]*-*/index.html', { cwd: join(root, folder) });
  return files.map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`).sort();
}

/** The chapters that are no drafts. */
export const finishedPaths = (folder: string): string[] =>
  chapterPaths(folder).filter(
    (path) =>
      !readFileSync(join(root, folder, path, 'index.html'), 'utf8').includes('<section class="draft"'),
  );
