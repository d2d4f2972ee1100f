// node bench/cells.ts [FOLDER]: medians of how fast cells answer in a built book, in milliseconds.
import { availableParallelism, loadavg } from 'node:os';
import { chromium, type Page } from '@playwright/test';
import { browserArgs, findBrowsers } from '../scripts/machine/browser.ts';
import { listen } from '../scripts/site/listen.ts';
import { createHost } from '../scripts/site/serve.ts';

const rounds = 15;
const chapter = '1-what-is-an-activation/';
const plot = `Plot.plot({ marks: [Plot.line(Array.from({ length: 200 }, (_, i) => [i / 20 - 5, Math.tanh(i / 20 - 5)])), Plot.dot([[0, 0]])] })`;

const quantile = (times: readonly number[], q: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))]!;

/** From a press on Run in a page that had loaded nothing until the cell has run and its outputs are there. */
function firstRun(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const cell = document.querySelector<HTMLElement>('[data-cell="neuron"]')!;
        const start = performance.now();
        let running = false;
        const watch = new MutationObserver(() => {
          // Outputs that are the same as the build's are not drawn anew; the state tells of them.
          if (running && cell.dataset.state !== 'running') {
            watch.disconnect();
            resolve(performance.now() - start);
          }
          running = cell.dataset.state === 'running';
        });
        watch.observe(cell, { attributeFilter: ['data-state'] });
        cell.querySelector<HTMLElement>('[data-act="run"]')!.click();
      }),
  );
}

/** From a press on Run until the new chart is laid out. */
function laterRun(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const cell = document.querySelector<HTMLElement>('[data-cell="neuron"]')!;
        const out = cell.querySelector<HTMLElement>('.out')!;
        const before = out.querySelector('svg');
        const start = performance.now();
        const watch = new MutationObserver(() => {
          const chart = out.querySelector('svg');
          if (!chart || chart === before) return;
          watch.disconnect();
          chart.getBoundingClientRect();
          resolve(performance.now() - start);
        });
        watch.observe(out, { childList: true });
        cell.querySelector<HTMLElement>('[data-act="run"]')!.click();
      }),
  );
}

const server = await listen(createHost(process.argv[2] ?? 'dist'), 0);
const url = `http://localhost:${server.port}/${chapter}`;
const executablePath = findBrowsers()[0];
const browser = await chromium.launch({ args: [...browserArgs], ...(executablePath && { executablePath }) });
const context = await browser.newContext();

const first: number[] = [];
for (let i = 0; i <= rounds; i++) {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const time = await firstRun(page);
  // The first page fills the cache.
  if (i > 0) first.push(time);
  await page.close();
}

const page = await context.newPage();
await page.goto(url, { waitUntil: 'networkidle' });
await page.locator('[data-cell="neuron"] [data-act="edit"]').click();
await page.locator('[data-cell="neuron"] .cm-content').focus();
await page.keyboard.press('ControlOrMeta+a');
await page.keyboard.insertText(plot);
await page.keyboard.press('ControlOrMeta+Enter');
await page.locator('[data-cell="neuron"] .out svg').waitFor();
const later: number[] = [];
for (let i = 0; i < rounds * 5; i++) later.push(await laterRun(page));
await browser.close();
server.close();

const [load = 0] = loadavg();
console.log(`${availableParallelism()} cores, load ${load.toFixed(1)}`);
const row = (name: string, times: readonly number[]): void =>
  console.log(
    `${name.padEnd(44)} median ${quantile(times, 0.5).toFixed(1)}  p95 ${quantile(times, 0.95).toFixed(1)}`,
  );
row('first run after page load, click to output', first);
row('later run of a plotting cell, to laid out', later);
