import type { Page } from '@playwright/test';
import { fingerprint } from '../../../src/math/fingerprint.ts';
import { Cell, chapter, expect, test } from './reader.ts';

/** Entries of the device's storage that hold edits. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('nonlinear/')));

test('an edit survives a reload; nothing runs and no editor is loaded for it', async ({
  page,
  neuron,
  gates,
}) => {
  await neuron.writeAndRun('const mine = 5;\ndisplay(mine);');
  await expect(neuron.out).toHaveText('5');
  await page.reload();
  await neuron.state('edited');
  expect(await neuron.text()).toBe('const mine = 5;\ndisplay(mine);');
  await expect(neuron.badge).toHaveText('Edited, not run');
  await expect(neuron.root.locator('pre .ln.ed')).not.toHaveCount(0);
  await expect(neuron.editor).toHaveCount(0);
  await gates.state('unchanged');
  await neuron.run();
  await expect(neuron.out).toHaveText('5');
});

test('an edit is kept before the run that kills the page', async ({ page, context, neuron }) => {
  await neuron.writeAndRun('for (;;) ;');
  await neuron.state('running');
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto(chapter);
  const cell = new Cell(again, 'neuron');
  await cell.state('edited');
  expect(await cell.text()).toBe('for (;;) ;');
});

test('an edit survives a crash of the page', async ({ page, context, browserName, neuron }) => {
  test.skip(browserName !== 'chromium', 'Only Chromium crashes when it is told to.');
  await neuron.writeAndRun('display("before the crash");');
  await expect(neuron.out).toContainText('before the crash');
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  const again = await context.newPage();
  await again.goto(chapter);
  const cell = new Cell(again, 'neuron');
  await cell.state('edited');
  expect(await cell.text()).toBe('display("before the crash");');
});

test('what was typed and not run is kept too', async ({ page, neuron }) => {
  await neuron.write('const typed = 1;');
  await expect.poll(() => kept(page)).toHaveLength(1);
  await page.reload();
  await neuron.state('edited');
  await neuron.button('Reset').click();
  await neuron.state('unchanged');
  await expect.poll(() => kept(page)).toHaveLength(0);
});

test('when the author changed the cell since, both versions are kept and compared', async ({
  page,
  neuron,
}) => {
  await neuron.writeAndRun('const mine = 1;');
  await neuron.state('edited');
  const base = 'what the author wrote before\n';
  await page.evaluate(
    ([base, hash]) => {
      const [key] = Object.keys(localStorage).filter((name) => name.startsWith('nonlinear/edit/'));
      localStorage.removeItem(key!);
      localStorage.setItem(
        key!.replace(/[^/]+$/, hash!),
        JSON.stringify({ text: 'const mine = 1;\n', base }),
      );
    },
    [base, fingerprint(base)],
  );
  await page.reload();
  await expect(neuron.notes).toContainText('The author has changed this cell since you edited it');
  await neuron.state('unchanged');
  await neuron.notes.getByRole('button', { name: 'Compare' }).click();
  await expect(neuron.notes.locator('.cm-deletedChunk')).toContainText('Gather the evidence');
  await neuron.notes.getByRole('button', { name: 'Take it back' }).click();
  await neuron.state('edited');
  expect(await neuron.text()).toBe('const mine = 1;');
  await expect(neuron.notes).not.toContainText('The author has changed');
});

test('without storage a run works, a notice says so and a download is offered', async ({ page, neuron }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.reload({ waitUntil: 'networkidle' });
  await neuron.writeAndRun('display(6 * 7);');
  await expect(neuron.out).toHaveText('42');
  await expect(neuron.notes).toContainText('not saved on this device');
  const download = page.waitForEvent('download');
  await neuron.notes.getByRole('button', { name: 'Download the cells' }).click();
  expect((await download).suggestedFilename()).toBe('1-what-is-an-activation.ts');
});

test('a full storage is told apart; a download is offered there too', async ({ page, neuron }) => {
  await page.evaluate(() => {
    for (let size = 2 ** 22; size >= 1; size /= 2) {
      for (let i = 0; ; i++) {
        try {
          localStorage.setItem(`ballast ${size} ${i}`, 'x'.repeat(size));
        } catch {
          break;
        }
      }
    }
  });
  await neuron.writeAndRun('display(6 * 7);');
  await expect(neuron.out).toHaveText('42');
  await expect(neuron.notes).toContainText('storage of this browser is full');
  await expect(neuron.notes).toContainText('not saved on this device');
  const download = page.waitForEvent('download');
  await neuron.notes.getByRole('button', { name: 'Download the cells' }).click();
  expect((await download).suggestedFilename()).toBe('1-what-is-an-activation.ts');
});
