import { hostiles } from './hostile.ts';
import { type CellsPage, expect, modes, test } from './isolation.ts';

// A loaded machine may hold a frame back by itself; a page that is really held up is so every time.
test.describe.configure({ retries: 2 });

/** The longest frame that a page may have, in milliseconds, and the time in which a kernel must be back. */
const longestFrame = 100;
const back = 500;

for (const isolated of modes) {
  test.describe(`with isolated frames ${isolated ? 'on' : 'off'}`, () => {
    test.use({ isolated });
    for (const { name, code, runsAway } of hostiles) {
      test(`holds ${name}`, async ({ cells, noise }) => {
        const text = code.replaceAll('PORT', String(cells.ear.port));
        await cells.open({
          cells: [
            { id: 'probe', text: '6 * 7' },
            { id: 'foe', text: '"calm"' },
          ],
          patience: 1200,
        });
        await cells.cell('probe').run();
        await expect(cells.cell('probe').out).toHaveText('42');
        await cells.longestFrame();
        await cells.cell('foe').edit(text);
        await cells.cell('foe').run();
        if (runsAway) await cells.cell('foe').state('stopped');
        else {
          await cells.page.waitForTimeout(400);
          await expect(cells.cell('foe').section).not.toHaveAttribute('data-state', 'running', {
            timeout: 15_000,
          });
        }
        expect(await answerTime(cells)).toBeLessThan(back);
        expect(await cells.longestFrame()).toBeLessThan(longestFrame + noise);
        await expect(cells.cell('foe').text).toHaveValue(text);
        expect(await savedText(cells)).toBe(text);
        expect(cells.ear.heard).toEqual([]);
      });
    }
  });
}

/** Milliseconds from asking for a run of another cell until its output is there. */
function answerTime({ page }: CellsPage): Promise<number> {
  return page.evaluate(async () => {
    const { notebook } = window.harness;
    const before = notebook!.view('probe').run;
    const start = performance.now();
    const done = new Promise<void>((resolve) => {
      const end = notebook!.subscribe('probe', (view) => {
        if (view.run === before || view.state === 'running' || view.shown.length === 0) return;
        end();
        resolve();
      });
    });
    await notebook!.run('probe');
    await done;
    return performance.now() - start;
  });
}

const savedText = ({ page }: CellsPage): Promise<string | undefined> =>
  page.evaluate(() => {
    const saved = JSON.parse(localStorage.getItem('cells') ?? '[]') as { id: string; text: string }[];
    return saved.find(({ id }) => id === 'foe')?.text;
  });
