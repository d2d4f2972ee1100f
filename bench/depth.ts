/**
 * Drags a slider of the gradient-by-depth figure (50 layers × 64 units, 128 samples, one network) in headless Chromium and
 * prints medians: work on the page's thread per input, and time from input to the painted figure. Then moves the slider in
 * single steps at the figure's usual shape (three networks, 128 units, 16 samples, five seeds) at several depths: time to the
 * first painted answer, which may hold the first seeds only, and to the last.
 *
 * `node bench/depth.ts [FOLDER of a built book]`.
 */
import type { CDPSession, Page } from '@playwright/test';
import { quantile, withBook } from './book.ts';

const moves = 80;
/** Milliseconds without a redraw after which a figure counts as complete. */
const rest = 700;

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

const bar = { depth: 50, width: 64, batch: 128, seeds: 1, count: 1, a_init: 'custom', a_phi: 'tanh' };

await withBook(async (browser, origin) => {
  const chapter = `${origin}/3-ideal-properties/`;
  const page = await browser.newPage({ viewport: { width: 1440, height: 1600 } });
  const id = await openFigure(page, chapter, bar);
  await drag(page, id, 20);
  const client = await page.context().newCDPSession(page);
  await watch(page, id);
  const trace = await traced(client, () => drag(page, id, moves));
  const latencies = await page.evaluate(() => (window as unknown as { latencies: number[] }).latencies);
  const work = workByInput(trace);
  console.log(`gradient by depth, 50 × 64, batch 128, one network: ${latencies.length} redraws`);
  console.log(`input to painted figure: median ${quantile(latencies, 0.5).toFixed(1)} ms (bar 33)`);
  console.log(`page thread per redraw: median ${quantile(work, 0.5).toFixed(1)} ms (bar 16)`);
  for (const depth of [20, 50, 100]) {
    await openFigure(page, chapter, { depth, a_init: 'custom' });
    await drag(page, id, 20);
    await page.waitForTimeout(rest);
    const { first, last } = await step(page, id, 15);
    const [soon, late] = [first, last].map((times) => quantile(times, 0.5).toFixed(1));
    console.log(
      `usual shape, ${depth} layers: first answer painted after ${soon} ms, all seeds after ${late} ms`,
    );
  }
});

async function openFigure(
  page: Page,
  chapter: string,
  settings: Readonly<Record<string, string | number>>,
): Promise<string> {
  await page.goto(chapter);
  const id = await page.locator('[data-widget=GradientByDepth]').first().getAttribute('id');
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

/** Moves the slider one step at a time and lets the figure come to rest; milliseconds to its first and its last redraw. */
async function step(
  page: Page,
  id: string,
  count: number,
): Promise<{ readonly first: number[]; readonly last: number[] }> {
  const [first, last]: [number[], number[]] = [[], []];
  for (let i = 0; i < count; i++) {
    const times = watchOne(page, id, rest);
    // The watcher must be there before the input.
    await page.waitForTimeout(50);
    await page.locator(`#${id}-a_sigmaW`).press('ArrowRight');
    const [soon, late] = await times;
    first.push(soon);
    last.push(late);
  }
  return { first, last };
}

/** The times from the next input to the frames after the first and the last redraw, once there was none for `quiet` ms. */
function watchOne(page: Page, id: string, quiet: number): Promise<[number, number]> {
  return page.evaluate(
    ([figure, ms]) =>
      new Promise<[number, number]>((resolve) => {
        const root = document.getElementById(figure)!;
        const times: number[] = [];
        let wait = 0;
        root.addEventListener(
          'input',
          ({ timeStamp }) => {
            const watcher = new MutationObserver(() => {
              requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp)));
              clearTimeout(wait);
              wait = window.setTimeout(() => {
                watcher.disconnect();
                resolve([times[0]!, times.at(-1)!]);
              }, ms);
            });
            const all = { childList: true, subtree: true, attributes: true, characterData: true };
            watcher.observe(root.querySelector('.panels')!, all);
          },
          { once: true },
        );
      }),
    [id, quiet] as const,
  );
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
