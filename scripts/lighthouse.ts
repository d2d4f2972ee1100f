// npm run lighthouse [paths]: Lighthouse's mobile profile, median of five, for every finished page.
import { join } from 'node:path';
import { bars, missed } from './lighthouse/bars.ts';
import { type Measured, measure, medianOf } from './lighthouse/measure.ts';
import { needBrowser } from './machine/installBrowser.ts';
import { root } from './machine/root.ts';
import { stopWith } from './machine/stop.ts';
import { buildIfStale } from './site/build.ts';
import { listen } from './site/listen.ts';
import { finishedPaths } from './site/pages.ts';
import { createHost } from './site/serve.ts';

const runs = 5;
const keys = Object.keys(bars) as (keyof Measured)[];

try {
  const browser = await needBrowser(console.log);
  await buildIfStale({ base: '/', folder: 'dist' });
  const host = await listen(createHost(join(root, 'dist')), 0);
  const paths = process.argv.length > 2 ? process.argv.slice(2) : ['/', ...finishedPaths('dist'), '/design/'];
  const faults: string[] = [];
  for (const path of paths) {
    const all: Measured[] = [];
    for (let run = 0; run < runs; run++)
      all.push(await measure(`http://localhost:${host.port}${path}`, browser));
    const median = medianOf(all);
    console.log(`\n${path}  (median of ${runs})`);
    for (const key of keys) console.log(`  ${bars[key].name.padEnd(16)}${bars[key].write(median[key])}`);
    faults.push(...missed(median).map((fault) => `${path}: ${fault}`));
  }
  host.close();
  if (faults.length > 0) throw new Error(`\n${faults.join('\n')}`);
} catch (error) {
  stopWith(error);
}
