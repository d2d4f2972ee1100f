// node bench/cells.ts [FOLDER]: medians of how fast cells answer in a built book, in milliseconds.
import { availableParallelism, loadavg } from 'node:os';
import { chromium, type Page } from '@playwright/test';
import { browserArgs, findBrowsers } from '../scripts/machine/browser.ts';
import { listen } from '../scripts/site/listen.ts';
import { createHost } from '../scripts/site/serve.ts';

const rounds = 15;
const chapter = '1-what-is-an-activation/';
const plot = (slope: string): string =>
  `Plot.plot({ marks: [Plot.line(Array.from({ length: 200 }, (_, i) => [i / 20 - 5, Math.tanh(${slope} * (i / 20 - 5))])), Plot.dot([[0, 0]])] })`;

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

/** What is done in a page, and the cell whose chart answers. */
interface Act {
  readonly press: string;
  readonly chart: string;
}

/** From an act of the reader in a page at rest until the new chart is laid out. */
function toChart(page: Page, act: Act): Promise<number> {
  return page.evaluate(async ({ press, chart }) => {
    const frame = () => new Promise(requestAnimationFrame);
    // The frame of the chart before has been painted, and the page has nothing to do.
    await frame();
    await frame();
    await new Promise((done) => requestIdleCallback(done));
    const out = document.querySelector<HTMLElement>(`[data-cell="${chart}"] .out`)!;
    const before = out.querySelector('svg');
    const start = performance.now();
    return new Promise<number>((resolve) => {
      const watch = new MutationObserver(() => {
        const drawn = out.querySelector('svg');
        if (!drawn || drawn === before) return;
        watch.disconnect();
        drawn.getBoundingClientRect();
        resolve(performance.now() - start);
      });
      watch.observe(out, { childList: true });
      const pressed = document.querySelector<HTMLElement>(press)!;
      if (pressed instanceof HTMLInputElement) {
        pressed.value = String((Number(pressed.value) + 1) % 100);
        pressed.dispatchEvent(new Event('input', { bubbles: true }));
      } else pressed.click();
    });
  }, act);
}

/** Writes a text into a cell and runs it. */
async function write(page: Page, cell: string, text: string): Promise<void> {
  const root = page.locator(`[data-cell="${cell}"]`);
  await root.locator('[data-act="edit"]').click();
  await root.locator('.cm-content').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  await page.keyboard.press('ControlOrMeta+Enter');
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
await write(page, 'neuron', plot('1'));
await page.locator('[data-cell="neuron"] .out svg').waitFor();
const later: number[] = [];
for (let i = 0; i < rounds * 5; i++)
  later.push(await toChart(page, { press: '[data-cell="neuron"] .run', chart: 'neuron' }));
await write(page, 'spikes', 'const k = view(Inputs.range([0, 100], { label: "k", step: 1, value: 10 }));');
await write(page, 'gates', plot('k'));
await page.locator('[data-cell="gates"] .out svg').waitFor();
const dragged: number[] = [];
for (let i = 0; i < rounds * 5; i++)
  dragged.push(await toChart(page, { press: '[data-cell="spikes"] input[type="range"]', chart: 'gates' }));
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
row('slider of a cell, to the chart that reads it', dragged);
