// npm run bench: speed of the networks beside other libraries; they are installed in bench/ and nowhere else.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './machine/root.ts';
import { run } from './machine/run.ts';
import { stopWith } from './machine/stop.ts';

const bench = join(root, 'bench');

try {
  if (!existsSync(join(bench, 'node_modules'))) {
    console.log('Installing the libraries to compare with …');
    const log = join(root, '.cache', 'logs', 'bench-install.log');
    const { code } = await run('npm', ['ci', '--prefix', bench, '--no-audit', '--no-fund'], { log });
    if (code !== 0) throw new Error(`The libraries could not be installed; the reason is in ${log}`);
  }
  const { code } = await run(process.execPath, [join(bench, 'run.ts'), ...process.argv.slice(2)], {
    show: true,
  });
  process.exitCode = code === 0 ? 0 : 1;
} catch (error) {
  stopWith(error);
}
