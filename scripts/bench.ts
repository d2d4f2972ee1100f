// npm run bench: speed of the networks beside other libraries, which are installed in bench/ and nowhere else.
// npm run bench book: how fast cells and figures of the built book answer.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './machine/root.ts';
import { run } from './machine/run.ts';
import { stopWith } from './machine/stop.ts';
import { buildIfStale } from './site/build.ts';

const bench = join(root, 'bench');
const [what, ...rest] = process.argv.slice(2);

try {
  if (what === 'book') {
    await buildIfStale({ base: '/', folder: 'dist' });
    for (const name of ['cells.ts', 'depth.ts', 'frames.ts']) await time(name, rest);
  } else {
    await installPeers();
    await time('run.ts', process.argv.slice(2));
  }
} catch (error) {
  stopWith(error);
}

async function installPeers(): Promise<void> {
  if (existsSync(join(bench, 'node_modules'))) return;
  console.log('Installing the libraries to compare with …');
  const log = join(root, '.cache', 'logs', 'bench-install.log');
  const { code } = await run('npm', ['ci', '--prefix', bench, '--no-audit', '--no-fund'], { log });
  if (code !== 0) throw new Error(`The libraries could not be installed; the reason is in ${log}`);
}

async function time(name: string, args: readonly string[]): Promise<void> {
  const { code } = await run(process.execPath, [join(bench, name), ...args], { show: true });
  if (code !== 0) throw new Error(`bench/${name} failed`);
}
