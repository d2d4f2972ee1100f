import { framePolicy, frameScript } from '../../../src/notebook/host/frame.ts';
import { escapes, everyWayOut } from './hostile.ts';
import { expect, modes, type Page, test } from './isolation.ts';

for (const isolated of modes) {
  test.describe(`with isolated frames ${isolated ? 'on' : 'off'}`, () => {
    test.use({ isolated });

    test('a cell finds no way out', async ({ cells }) => {
      const text = everyWayOut.replaceAll('PORT', String(cells.ear.port));
      await cells.open({ cells: [{ id: 'foe', text }] });
      await cells.cell('foe').run();
      await expect(cells.cell('foe').out.locator('.out-value')).toHaveText('"nothing"', { timeout: 20_000 });
      await cells.page.waitForTimeout(500);
      expect(cells.ear.heard).toEqual([]);
      expect(await cells.page.title()).toBe('Cells');
      expect(await cells.page.evaluate(() => document.cookie)).toBe('');
    });

    test('a worker without the prelude finds no network either', async ({ cells }) => {
      // The kernel's own code takes these names away; here the frame stands alone.
      const tries = Object.entries(escapes)
        .filter(
          ([name]) =>
            !['close', 'postMessage', 'MessageChannel', 'BroadcastChannel', 'reportError'].includes(name),
        )
        .map(([name, code]) => `try { ${code}; said.push(${JSON.stringify(name)}); } catch {}`);
      const kernel = `onmessage = async ({ ports }) => { const said = []; ${tries.join('\n')}; ports[0].postMessage(said); };`;
      const said = await cells.page.evaluate(
        ({ kernel, policy, script }) =>
          new Promise<string[]>((resolve) => {
            const frame = document.createElement('iframe');
            frame.setAttribute('sandbox', 'allow-scripts');
            frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}"><script>${script}</script>`;
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = ({ data }) => resolve(data);
            frame.onload = () => frame.contentWindow!.postMessage({ kernel, options: {} }, '*', [port2]);
            document.body.append(frame);
          }),
        {
          kernel: kernel.replaceAll('PORT', String(cells.ear.port)),
          policy: framePolicy,
          script: frameScript,
        },
      );
      await cells.page.waitForTimeout(500);
      expect(cells.ear.heard).toEqual([]);
      // These only make an object; the policy or a missing permission refuses what it would do.
      const late = [
        'Notification',
        'WebSocket',
        'EventSource',
        'WebTransport',
        'XMLHttpRequest',
        'Worker',
        'Worker of a blob',
      ];
      expect(said.filter((name) => !late.includes(name))).toEqual([]);
    });

    test('the page hears nobody but the kernel', async ({ cells }) => {
      await cells.open({ cells: [{ id: 'calm', text: '"calm"' }] });
      await cells.cell('calm').run();
      await expect(cells.cell('calm').out).toHaveText('"calm"');
      await cells.page.evaluate(() => {
        const report = {
          cell: 'calm',
          run: 1,
          status: 'done',
          error: null,
          waitsFor: null,
          shown: [],
          log: [],
        };
        const forged = { type: 'batch', batch: 99, reports: [report] };
        window.postMessage(forged, '*');
        for (let i = 0; i < frames.length; i++) {
          const { port1 } = new MessageChannel();
          frames[i]!.postMessage(forged, '*');
          frames[i]!.postMessage({ kernel: 'fetch("/forged")', options: {} }, '*', [port1]);
        }
        const other = document.createElement('iframe');
        other.setAttribute('sandbox', 'allow-scripts');
        document.body.append(other);
        other.contentWindow!.postMessage(forged, '*');
      });
      await cells.page.waitForTimeout(300);
      await expect(cells.cell('calm').out).toHaveText('"calm"');
      await cells.cell('calm').edit('"still here"');
      await cells.cell('calm').run();
      await expect(cells.cell('calm').out).toHaveText('"still here"');
    });

    test('fifty kills leave nothing behind', async ({ cells }) => {
      test.setTimeout(180_000);
      await cells.open({
        cells: [
          { id: 'foe', text: 'while (true);' },
          { id: 'calm', text: '6 * 7' },
        ],
      });
      await cells.cell('calm').run();
      await expect(cells.cell('calm').out).toHaveText('42');
      const count = (): Promise<number> => cells.page.evaluate(() => document.querySelectorAll('*').length);
      const weigh = await scale(cells.page);
      // The kernel that stands ready has come by then.
      await cells.page.waitForFunction(() => frames.length === 2);
      const before = await count();
      const weight = await weigh();
      await cells.page.evaluate(async () => {
        const { notebook } = window.harness;
        const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
        for (let i = 0; i < 50; i++) {
          await notebook!.run('foe');
          await wait(20);
          notebook!.stop('foe');
        }
      });
      await expect(cells.cell('calm').out).toHaveText('42');
      await expect.poll(count).toBe(before);
      expect(await cells.page.evaluate(() => frames.length)).toBe(2);
      const after = await weigh();
      // The last frames may not have been collected yet; fifty of them would be a leak.
      expect(after.documents).toBeLessThanOrEqual(weight.documents + 2);
      expect(after.listeners).toBeLessThanOrEqual(weight.listeners + slack);
      expect(after.megabytes).toBeLessThan(weight.megabytes + 1);
    });
  });
}

/** Listeners that one more run of a cell may leave; fifty kills that each leaked one would be far over it. */
const slack = 10;

/** Weighs what a page holds after its garbage is collected. */
async function scale(page: Page) {
  const session = await page.context().newCDPSession(page);
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { documents, jsEventListeners } = await session.send('Memory.getDOMCounters');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return { documents, listeners: jsEventListeners, megabytes: usedSize / 1e6 };
  };
}
