import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../machine/root.ts';
import { type Ended, run } from '../machine/run.ts';
import { hashInputs } from './inputs.ts';

export interface BuildOptions {
  /** The path the book will be served under, such as `/` or `/book/`. */
  readonly base: string;
  /** The folder that receives the files, relative to the project. */
  readonly folder: string;
  /** Lets the builder write to the terminal. */
  readonly show?: boolean;
}

/** Builds the book into a folder of static files. */
export async function build({ base, folder, show = false }: BuildOptions): Promise<Ended> {
  const stamp = stampOf(folder);
  rmSync(stamp, { force: true });
  const inputs = hashInputs([base, process.env['SITE'] ?? '']);
  const astro = join(root, 'node_modules', '.bin', 'astro');
  const log = join(root, '.cache', 'logs', `build-${folder.replaceAll('/', '-')}.log`);
  const ended = await run(astro, ['build', '--outDir', folder], { env: { BASE: base }, log, show });
  if (ended.code === 0) {
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(stamp, inputs);
  }
  return ended;
}

/** Whether the folder holds the book as its sources are now. */
export function isFresh({ base, folder }: BuildOptions): boolean {
  const stamp = stampOf(folder);
  if (!existsSync(stamp) || !existsSync(join(root, folder, 'index.html'))) return false;
  return readFileSync(stamp, 'utf8') === hashInputs([base, process.env['SITE'] ?? '']);
}

/**
 * Builds the book unless the folder holds it as its sources are now.
 * @throws what the builder said, when it failed
 */
export async function buildIfStale(book: BuildOptions): Promise<void> {
  if (isFresh(book)) return console.log('The book is up to date.');
  console.log('Building the book …');
  const { code, seconds, output } = await build(book);
  if (code !== 0) throw new Error(`${output.trimEnd()}\n\nThe book could not be built; the reason is above.`);
  console.log(`Built in ${seconds.toFixed(1)} s.`);
}

function stampOf(folder: string): string {
  return join(root, '.cache', `built-${folder.replaceAll('/', '-')}`);
}
