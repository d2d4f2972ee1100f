// npm start: builds the book when its sources changed, and serves it.
import { join } from 'node:path';
import { root } from './machine/root.ts';
import { stopWith } from './machine/stop.ts';
import { readBase } from './site/base.ts';
import { build, isFresh } from './site/build.ts';
import { listen, readPort } from './site/listen.ts';
import { createHost } from './site/serve.ts';

try {
  const book = { base: readBase(), folder: 'dist' };
  const wanted = readPort();
  // The port is taken before the build, so that a taken one is reported at once.
  const { port } = await listen(createHost(join(root, book.folder), book.base), wanted);
  if (isFresh(book)) console.log('The book is up to date.');
  else await buildOrThrow(book);
  console.log(`\nNonlinear is at http://localhost:${port}${book.base}   (Ctrl-C ends it)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
} catch (error) {
  stopWith(error);
}

async function buildOrThrow(book: { base: string; folder: string }): Promise<void> {
  console.log('Building the book …');
  const { code, seconds, output } = await build(book);
  if (code !== 0) throw new Error(`${output.trimEnd()}\n\nThe book could not be built; the reason is above.`);
  console.log(`Built in ${seconds.toFixed(1)} s.`);
}
