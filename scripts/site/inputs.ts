import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { root } from '../machine/root.ts';

/** Everything a build reads. Tests are left out: changing one never rebuilds the book. */
const patterns = [
  'content/**/*',
  'components/**/*',
  'src/**/*',
  'public/**/*',
  'data/**/*',
  'reference/*.json',
  'astro.config.*',
  'tsconfig.json',
  'package-lock.json',
];

/** A hash over the names and bytes of every file a build reads, and over the address it builds for. */
export function hashInputs(address: readonly string[]): string {
  const hash = createHash('sha256').update(address.join('\0'));
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true }));
  for (const entry of files) {
    if (!entry.isFile() || /\.test\.tsx?$/.test(entry.name)) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}
