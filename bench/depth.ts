/**
 * Drags a slider of the gradient-by-depth figure (50 layers × 64 units, 128 samples, one network) in headless Chromium and
 * prints medians: work on the page's thread per input, and time from input to the painted figure.
 *
 * `node bench/depth.ts [FOLDER of a built book]`.
 */
import type { CDPSession, Page } from '@playwright/test';
import { quantile, withBook } from './book.ts';

const moves = 80;

interface Slice {
  readonly name: string;
  readonly ts: number;
  /** Microseconds on the thread's own clock: waiting and other programs do not count. */
  readonly tdur?: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string } };
}

await withBook(async (browser, origin) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1600 } });
  const id = await openFigure(page, `${origin}/3-ideal-properties/`);
  await drag(page, id, 20);
  const client = await page.context().newCDPSession(page);
  await watch(page, id);
  const trace = await traced(client, () => drag(page, id, moves));
  const latencies = await page.evaluate(() => (window as unknown as { latencies: number[] }).latencies);
  const work = workByInput(trace);
  console.log(`gradient by depth, 50 × 64, batch 128, one network: ${latencies.length} redraws`);
  console.log(`input to painted figure: median ${quantile(latencies, 0.5).toFixed(1)} ms (bar 33)`);
  console.log(`page thread per redraw: median ${quantile(work, 0.5).toFixed(1)} ms (bar 16)`);
});

async function openFigure(page: Page, chapter: string): Promise<string> {
  await page.goto(chapter);
  const id = await page.locator('[data-widget=GradientByDepth]').first().getAttribute('id');
  const settings = { depth: 50, width: 64, batch: 128, seeds: 1, count: 1, a_init: 'custom', a_phi: 'tanh' };
  const query = Object.entries(settings).map(([name, value]) => `${id}.${name}=${value}`);
  await page.goto(`${chapter}?${query.join('&')}#${id}`);
  await page.locator(`#${id}[data-live]`).waitFor();
  return id!;
}

/** Moves the slider of the weights' spread from end to end, one step each frame. */
async function drag(page: Page, id: string, steps: number): Promise<void> {
  const box = (await page.locator(`#${id}-a_sigmaW`).boundingBox())!;
  const y = box.y + box.height / 2;
  const x = (i: number): number => box.x + box.width * (0.15 + (0.3 * i) / steps);
  await page.mouse.move(x(0), y);
  await page.mouse.down();
  for (let i = 1; i <= steps; i++) {
    await page.mouse.move(x(i), y);
    // Two frames; asking the page to count them would be work on its thread.
    await new Promise((done) => setTimeout(done, 34));
  }
  await page.mouse.up();
}

/** Notes, in the page, the time from each input event to the frame after the redraw it caused. */
async function watch(page: Page, id: string): Promise<void> {
  await page.evaluate((figure) => {
    const latencies: number[] = [];
    Object.assign(window, { latencies });
    const root = document.getElementById(figure)!;
    let since = 0;
    root.addEventListener('input', (event) => {
      since ||= event.timeStamp;
    });
    const panels = root.querySelector('.panels')!;
    new MutationObserver(() => {
      const from = since;
      since = 0;
      if (from > 0) requestAnimationFrame(() => setTimeout(() => latencies.push(performance.now() - from)));
    }).observe(panels, { childList: true, subtree: true, attributes: true, characterData: true });
  }, id);
}

async function traced(client: CDPSession, act: () => Promise<void>): Promise<Slice[]> {
  const slices: Slice[] = [];
  client.on('Tracing.dataCollected', ({ value }) => slices.push(...(value as unknown as Slice[])));
  await client.send('Tracing.start', {
    categories: 'toplevel,devtools.timeline',
    transferMode: 'ReportEvents',
  });
  await act();
  const complete = new Promise((done) => client.once('Tracing.tracingComplete', done));
  await client.send('Tracing.end');
  await complete;
  return slices;
}

/** Milliseconds of work on the page's thread from each input event to the next. */
function workByInput(slices: readonly Slice[]): number[] {
  const main = slices.filter((s) => s.name === 'thread_name' && s.args?.name === 'CrRendererMain');
  const on = ({ pid, tid }: Slice, all: readonly Slice[]) =>
    all.filter((s) => s.pid === pid && s.tid === tid);
  const isInput = ({ name, args }: Slice) => name === 'EventDispatch' && args?.data?.type === 'input';
  const page = main.map((thread) => on(thread, slices)).find((all) => all.some(isInput)) ?? [];
  const tasks = page.filter(({ name }) => name.endsWith('RunTask'));
  const inputs = page.filter(isInput).map(({ ts }) => ts);
  return inputs.slice(0, -1).map((from, i) => {
    const within = tasks.filter(({ ts, dur = 0 }) => ts + dur > from && ts + dur <= inputs[i + 1]!);
    return within.reduce((sum, task) => sum + (task.tdur ?? 0), 0) / 1000;
  });
}
