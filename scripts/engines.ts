// npm run engines [FOLDER]: a short walk through the built book in every browser engine that this machine has.
import { chromiumEngine } from './engines/chromium.ts';
import type { Engine } from './engines/driver.ts';
import { openEar } from './engines/ear.ts';
import { firefoxEngine } from './engines/firefox.ts';
import { journey } from './engines/journey.ts';
import { webkitEngine } from './engines/webkit.ts';
import { stopWith } from './machine/stop.ts';
import { buildIfStale } from './site/build.ts';
import { listen } from './site/listen.ts';
import { createHost } from './site/serve.ts';

/** Walks through the book in one engine and says how each step went; true when none failed. */
async function walk({ name, missing, start }: Engine, site: string): Promise<boolean> {
  const browser = await start();
  if (!browser) {
    console.log(`${name}: not here, skipped; ${missing}`);
    return true;
  }
  const ear = await openEar();
  console.log(browser.name);
  try {
    for (const step of journey) {
      const started = performance.now();
      try {
        await step.go(browser, site, ear);
      } catch (error) {
        console.log(`  failed  ${step.name}: ${(error as Error).message}`);
        return false;
      }
      console.log(`  ok      ${step.name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    }
    return true;
  } finally {
    ear.close();
    await browser.close();
  }
}

async function main(folder = 'dist'): Promise<void> {
  if (folder === 'dist') await buildIfStale({ base: '/', folder });
  const server = await listen(createHost(folder), 0);
  const failed: string[] = [];
  for (const engine of [chromiumEngine, firefoxEngine, webkitEngine]) {
    const well = await walk(engine, `http://localhost:${server.port}/`).catch((error: Error) => {
      console.log(`${engine.name}: does not start: ${error.message}`);
      return false;
    });
    if (!well) failed.push(engine.name);
  }
  server.close();
  if (failed.length > 0) throw new Error(`the book does not work in ${failed.join(' and ')}`);
}

await main(process.argv[2]).catch(stopWith);
process.exit(0);
