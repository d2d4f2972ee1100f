import { askedScripts, chapter, expect, test } from './reader.ts';

test('reading loads no editor and no kernel', async ({ page }) => {
  const asked = askedScripts(page);
  await page.goto(chapter, { waitUntil: 'networkidle' });
  await page.mouse.wheel(0, 4000);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  expect(asked.filter((name) => /editor|kernel|notebook|compare/.test(name))).toEqual([]);
});

test('the editor takes the place of the listing without a jump', async ({ page, neuron }) => {
  const place = (line: string) =>
    neuron.root.evaluate((root, line) => {
      const { height } = root.getBoundingClientRect();
      const sixth = root.querySelectorAll(line)[5]!.getBoundingClientRect();
      return { height, top: sixth.top + scrollY, left: sixth.left };
    }, line);
  const before = await place('.ln');
  await neuron.button('Edit').click();
  await expect(neuron.editor).toBeFocused();
  const after = await place('.cm-line');
  expect(after.height).toBe(before.height);
  expect(Math.abs(after.top - before.top)).toBeLessThan(1);
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\n1');
  expect((await place('.cm-line')).height).toBeGreaterThan(before.height);
});

test('the same words stand out in the editor as in the listing', async ({ neuron }) => {
  const words = (lines: string) =>
    neuron.root.locator(`${lines} .k`).evaluateAll((all) => all.map((word) => word.textContent));
  const listed = await words('.ln');
  await neuron.button('Edit').click();
  await expect(neuron.editor).toBeFocused();
  await expect.poll(() => words('.cm-line')).toEqual(listed);
  await expect(neuron.root.locator('.cm-line [style*="--fn-relu-text"]').first()).toHaveText('relu');
});

test('a click into the code opens the editor where the reader clicked', async ({ page, neuron }) => {
  await neuron.root.locator('.ln', { hasText: 'Gather the evidence' }).click({ position: { x: 40, y: 8 } });
  await expect(neuron.editor).toBeFocused();
  await page.keyboard.type('XYZ');
  expect(await neuron.text()).toMatch(/^\/\/.*XYZ.*answer\.$/m);
});

test('brackets close, Tab indents, undo and comment keys work', async ({ page, neuron }) => {
  await neuron.write('');
  await page.keyboard.type('f(');
  expect(await neuron.text()).toBe('f()');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('if (x) {\ny');
  expect(await neuron.text()).toBe('if (x) {\n  y\n}');
  await page.keyboard.press('Tab');
  expect(await neuron.text()).toBe('if (x) {\n    y\n}');
  await page.keyboard.press('ControlOrMeta+/');
  expect(await neuron.text()).toContain('// y');
  await page.keyboard.press('ControlOrMeta+z');
  expect(await neuron.text()).not.toContain('//');
});

test('search finds in the cell', async ({ page, neuron }) => {
  await neuron.button('Edit').click();
  await expect(neuron.editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+f');
  await page.getByRole('textbox', { name: 'Find' }).pressSequentially('sigmoid');
  await expect(neuron.root.locator('.cm-searchMatch').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(neuron.editor).toBeFocused();
});

test('what is typed before the search panel is there goes into the panel, not into the code', async ({
  page,
  neuron,
}) => {
  const authored = await neuron.text();
  await neuron.button('Edit').click();
  await expect(neuron.editor).toBeFocused();
  let typed = (): void => undefined;
  const ready = new Promise<void>((resolve) => {
    typed = resolve;
  });
  await page.route(/\/search[^/]*\.js$/, async (route) => {
    await ready;
    await route.continue();
  });
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('sig');
  typed();
  const field = page.getByRole('textbox', { name: 'Find' });
  await expect(field).toHaveValue('sig');
  await page.keyboard.type('moid');
  await expect(field).toHaveValue('sigmoid');
  expect(await neuron.text()).toBe(authored);
});

test('Esc, then Tab leaves the editor, and a hint says so', async ({ page, neuron }) => {
  await neuron.button('Edit').click();
  await expect(neuron.root.locator('.leave')).toBeVisible();
  await expect(neuron.editor).toHaveAccessibleDescription(/Esc, then Tab/);
  await page.keyboard.type(' ');
  await page.keyboard.press('Tab');
  await expect(neuron.editor).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(neuron.editor).not.toBeFocused();
});

test('a reader who passes with the Tab key is not held', async ({ page, neuron }) => {
  await neuron.button('Run').focus();
  await page.keyboard.press('Tab');
  await expect(neuron.editor).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(neuron.editor).not.toBeFocused();
});

test('completion offers names in scope with their documentation', async ({ page, neuron }) => {
  await neuron.write('');
  await page.keyboard.type('activ');
  const info = page.locator('.cm-completionInfo');
  await expect(page.getByRole('option', { name: 'activations' })).toBeVisible();
  await expect(info).toContainText('activation function');
  await page.getByRole('option', { name: 'activations' }).click();
  await page.keyboard.type('.gel');
  await expect(page.getByRole('option', { name: /^gelu/ }).first()).toBeVisible();
  await expect(info).toContainText('normal distribution');
  await page.keyboard.press('Escape');
  await page.keyboard.type('; Inputs.ran');
  await expect(page.getByRole('option', { name: /^range/ })).toBeVisible();
  await expect(info).toContainText('A slider');
  await page.keyboard.press('Escape');
  await page.keyboard.type('; tab');
  await expect(page.getByRole('option', { name: /^tables\s*gates\.ts/ })).toBeVisible();
});

test('edited lines are washed, Diff compares with the author’s text, Reset brings it back', async ({
  page,
  neuron,
}) => {
  const authored = await neuron.text();
  await neuron.button('Edit').click();
  await expect(neuron.editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('// mine\n');
  await neuron.state('edited');
  await expect(neuron.badge).toHaveText('Edited, not run');
  await expect(neuron.root.locator('.cm-line.ed')).toHaveText(['// mine']);
  await neuron.run();
  await expect(neuron.badge).toHaveText('Edited');
  await page.keyboard.press('ControlOrMeta+a');
  await neuron.write('const relu = 1;');
  await neuron.button('Diff').click();
  await expect(neuron.root.locator('.cm-deletedChunk')).toContainText('Gather the evidence');
  await neuron.button('Diff').click();
  await expect(neuron.root.locator('.cm-deletedChunk')).toHaveCount(0);
  await neuron.button('Reset').click();
  await neuron.state('unchanged');
  expect(await neuron.text()).toBe(authored);
});

test('Copy copies the text as it stands', async ({ page, context, neuron }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await neuron.write('const mine = 1;');
  await neuron.button('Copy').click();
  await expect(neuron.button('Copied').or(neuron.root.getByText('Copied'))).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('const mine = 1;\n');
});
