// npm run bench [quick]: times the float32 core and its peers side by side in Node and in Chromium, writes bench/results.md.
import { writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';
import { runInBrowser } from './browser.ts';
import type { Effort } from './measure.ts';
import { peakSource } from './peak.ts';
import { report } from './report.ts';
import { runSuite } from './suite.ts';
import { versionOf, wasmFolder } from './versions.ts';

const quick = process.argv.includes('quick');
const effort: Effort = quick ? { rounds: 5, milliseconds: 10 } : { rounds: 31, milliseconds: 40 };
const options = {
  effort,
  versions: {
    jax: versionOf('@jax-js/jax'),
    brain: versionOf('brain.js'),
    convnet: versionOf('convnetjs'),
  },
  peaks: { relaxed: await compilePeak('relaxed'), simd: await compilePeak('simd') },
};
console.log('Node …');
const node = await runSuite({ ...options, wasmPaths: wasmFolder });
console.log('Chromium …');
const browser = await runInBrowser(options);
const text = report(effort, [
  { engine: `Node ${process.versions.node}`, results: node },
  { engine: `Chromium ${browser.version}, headless`, results: browser.results },
]);
if (quick) console.log(text);
else writeFileSync(new URL('results.md', import.meta.url), text);

async function compilePeak(path: 'relaxed' | 'simd'): Promise<string> {
  let binary: Uint8Array | undefined;
  const features = path === 'relaxed' ? ['--enable', 'relaxed-simd'] : [];
  const { error, stderr } = await asc.main(
    ['peak.ts', '--outFile', 'peak.wasm', '-O3', '--runtime', 'stub', '--enable', 'simd', ...features],
    {
      readFile: (name) => (name === 'peak.ts' ? peakSource(path) : null),
      writeFile: (_, contents) => {
        if (typeof contents !== 'string') binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !binary) throw new Error(`the ${path} peak loop does not compile: ${stderr.toString()}`);
  return Buffer.from(binary).toString('base64');
}
