// node bench/cells.ts [FOLDER]: medians of how fast cells answer in a built book, in milliseconds.
import { availableParallelism, loadavg } from 'node:os';
import type { Browser, Page } from '@playwright/test';
import { quantile, withBook } from './book.ts';

const rounds = 15;
const chapter = '1-what-is-an-activation/';
const plot = (slope: string): string =>
  `Plot.plot({ marks: [Plot.line(Array.from({ length: 200 }, (_, i) => [i / 20 - 5, Math.tanh(${slope} * (i / 20 - 5))])), Plot.dot([[0, 0]])] })`;

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

/** First runs, each in a page that had loaded nothing; the cache is warm. */
async function firstRuns(browser: Browser, url: string): Promise<number[]> {
  const context = await browser.newContext();
  const times: number[] = [];
  for (let i = 0; i <= rounds; i++) {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    times.push(await firstRun(page));
    await page.close();
  }
  await context.close();
  // The first page filled the cache.
  return times.slice(1);
}

/** Runs of a plotting cell that has run before, and moves of a slider that another plotting cell reads. */
async function laterRuns(browser: Browser, url: string): Promise<{ pressed: number[]; moved: number[] }> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const times = async (act: Act): Promise<number[]> => {
    await page.locator(`[data-cell="${act.chart}"] .out svg`).waitFor();
    const all: number[] = [];
    for (let i = 0; i < rounds * 5; i++) all.push(await toChart(page, act));
    return all;
  };
  await write(page, 'neuron', plot('1'));
  const pressed = await times({ press: '[data-cell="neuron"] .run', chart: 'neuron' });
  await write(page, 'spikes', 'const k = view(Inputs.range([0, 100], { label: "k", step: 1, value: 10 }));');
  await write(page, 'gates', plot('k'));
  const moved = await times({ press: '[data-cell="spikes"] input[type="range"]', chart: 'gates' });
  await page.close();
  return { pressed, moved };
}

await withBook(async (browser, origin) => {
  const url = `${origin}/${chapter}`;
  const first = await firstRuns(browser, url);
  const { pressed, moved } = await laterRuns(browser, url);
  console.log(`${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}`);
  const row = (name: string, times: readonly number[]): void =>
    console.log(
      `${name.padEnd(44)} median ${quantile(times, 0.5).toFixed(1)}  p95 ${quantile(times, 0.95).toFixed(1)}`,
    );
  row('first run after page load, click to output', first);
  row('later run of a plotting cell, to laid out', pressed);
  row('slider of a cell, to the chart that reads it', moved);
});
