// npm start: builds the book when its sources changed, and serves it.
import { join } from 'node:path';
import { root } from './machine/root.ts';
import { stopWith } from './machine/stop.ts';
import { readBase } from './site/base.ts';
import { buildIfStale } from './site/build.ts';
import { listen, readPort } from './site/listen.ts';
import { createHost } from './site/serve.ts';
import { whenBuilt } from './site/whenBuilt.ts';

try {
  const book = { base: readBase(), folder: 'dist' };
  const wanted = readPort();
  // The port is taken before the build, so that a taken one is reported at once.
  let built = false;
  const host = whenBuilt(() => built, createHost(join(root, book.folder), book.base));
  const { port } = await listen(host, wanted);
  await buildIfStale(book);
  built = true;
  console.log(`\nNonlinear is at http://localhost:${port}${book.base}   (Ctrl-C ends it)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
} catch (error) {
  stopWith(error);
}
