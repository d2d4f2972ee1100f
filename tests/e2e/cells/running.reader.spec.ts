import { askedScripts, expect, test } from './reader.ts';

test('shows the outputs of the build, and running an unedited cell shows the same', async ({
  page,
  neuron,
}) => {
  await expect(neuron.out).toContainText('sigmoid');
  const baked = await neuron.out.innerText();
  const asked = askedScripts(page);
  await neuron.run();
  await expect(page.locator('.cells-said')).toContainText('neuron.ts has run');
  await neuron.state('unchanged');
  expect(await neuron.out.innerText()).toBe(baked);
  expect(asked.filter((name) => name.startsWith('editor'))).toEqual([]);
  await expect(neuron.editor).toHaveCount(0);
});

test('a run by the keyboard starts from the code', async ({ page, neuron }) => {
  await neuron.root.locator('pre').focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.locator('.cells-said')).toContainText('neuron.ts has run');
});

test('dependents follow an edit, and only they', async ({ neuron, spikes, gates }) => {
  await spikes.writeAndRun('console.log("apart", Math.random());');
  await expect(spikes.out).toContainText('apart');
  const before = await spikes.out.innerText();
  await neuron.writeAndRun('const base = 20;');
  await gates.writeAndRun('base + 1');
  await expect(gates.out).toHaveText('21');
  await neuron.writeAndRun('const base = 41;');
  await expect(gates.out).toHaveText('42');
  expect(await spikes.out.innerText()).toBe(before);
});

test('a slider updates the cells that read it while it is dragged', async ({ page, neuron, gates }) => {
  await neuron.writeAndRun('const k = view(Inputs.range([0, 100], { label: "k", step: 1, value: 10 }));');
  await gates.writeAndRun('k * 2');
  await expect(gates.out).toHaveText('20');
  const slider = neuron.out.getByRole('slider', { name: 'k' });
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.1, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
  await expect(gates.out).toHaveText(/^(9[4-9]|10[0-6])$/);
  await page.mouse.move(box.x + box.width + 5, box.y + box.height / 2);
  await expect(gates.out).toHaveText('200');
  await page.mouse.up();
});

test('promises, generators, display and console are shown', async ({ neuron, spikes, gates }) => {
  await neuron.writeAndRun(
    'const later = await new Promise<string>((done) => setTimeout(() => done("awaited"), 20));\nconsole.log("a line", 7);\ndisplay(later);',
  );
  await expect(neuron.out).toContainText('awaited');
  await expect(neuron.out.getByRole('log')).toHaveText('a line 7');
  await gates.writeAndRun(
    'function* count() { for (let i = 0; i <= 3; i++) yield i; }\nconst n = count();\n',
  );
  await spikes.writeAndRun('n * 10');
  await expect(spikes.out).toHaveText('30');
});

test('a cell hears when it is over', async ({ neuron, spikes, gates }) => {
  await neuron.writeAndRun('const base = 1;');
  await gates.writeAndRun(
    'const shared = globalThis as any;\ninvalidation.then(() => { shared.over = base; });',
  );
  await gates.state('edited');
  await neuron.writeAndRun('const base = 2;');
  await spikes.writeAndRun('display((globalThis as any).over);');
  await expect(spikes.out).toHaveText('1');
});

test('every control works by hand, and what reads it follows', async ({ page, neuron, gates }) => {
  await neuron.writeAndRun(
    `const number = view(Inputs.number([0, 9], { label: "number", step: 1, value: 4 }));
const pick = view(Inputs.select(["p", "q"], { label: "pick" }));
const mark = view(Inputs.radio(["line", "dots"], { label: "mark" }));
const boxes = view(Inputs.checkbox(["a", "b"], { label: "boxes" }));
const on = view(Inputs.toggle({ label: "on" }));
const words = view(Inputs.text({ label: "words" }));
const presses = view(Inputs.button("Press"));`,
  );
  await gates.writeAndRun('JSON.stringify([number, pick, mark, boxes, on, words, presses])');
  await expect(gates.out).toHaveText(String.raw`"[4,\"p\",null,[],false,\"\",0]"`);
  const out = neuron.out;
  await out.getByRole('spinbutton', { name: 'number' }).fill('7');
  await out.getByRole('combobox', { name: 'pick' }).selectOption('q');
  await out.getByRole('radio', { name: 'dots' }).check();
  await out.getByRole('checkbox', { name: 'b', exact: true }).check();
  await out.getByRole('checkbox', { name: 'on' }).check();
  await out.getByRole('textbox', { name: 'words' }).pressSequentially('hi');
  await out.getByRole('button', { name: 'Press' }).focus();
  await page.keyboard.press('Enter');
  await expect(gates.out).toHaveText(String.raw`"[7,\"q\",\"dots\",[\"b\"],true,\"hi\",1]"`);
});

test('an error names its place, underlines it and gives a hint; dependents say whom they wait for', async ({
  neuron,
  gates,
}) => {
  await neuron.writeAndRun('const slope = 3;\nconst steep = sloep * 2;');
  await neuron.state('failed');
  await expect(neuron.out).toContainText('ReferenceError: sloep is not defined (line 2, column 15)');
  await expect(neuron.out).toContainText('Did you mean slope?');
  const word = neuron.root.locator('.cm-line.er .squig');
  await expect(word).toHaveText('sloep');
  await expect(word).toHaveAttribute('title', 'ReferenceError: sloep is not defined');
  await gates.writeAndRun('steep + 1');
  await gates.state('stale');
  await expect(gates.notes).toHaveText('Waits for steep, which neuron.ts defines.');
  await neuron.writeAndRun('const slope = 3;\nconst steep = slope * 2;');
  await expect(gates.out).toHaveText('7');
  await expect(neuron.root.locator('.squig')).toHaveCount(0);
});

test('an error of an unedited cell is underlined in the listing', async ({ neuron, gates }) => {
  await neuron.writeAndRun('const step = 1;\nconst values = 2;');
  await gates.run();
  await gates.state('failed');
  await expect(gates.out).toContainText('defined more than once');
  await expect(gates.out).toContainText('rename one of them');
  await expect(gates.root.locator('pre .ln.er .squig')).toHaveText('step');
});

test('a missing return is named as the likely cause', async ({ neuron }) => {
  await neuron.writeAndRun('const twice = (x: number) => { x * 2; };\ndisplay(twice(4).toFixed(1));');
  await neuron.state('failed');
  await expect(neuron.out).toContainText(/TypeError: .*\(line 2, column \d+\)/);
  await expect(neuron.out).toContainText('may lack a return');
});

test('defined twice and a cycle are told apart', async ({ neuron, gates }) => {
  await neuron.writeAndRun('const one = two + 1;');
  await gates.writeAndRun('const two = one + 1;');
  await expect(gates.out).toContainText('circular definition');
  await expect(gates.out).toContainText('take one of these links away');
});

test('a chart has the colours of the book and its texts come on hover and by keyboard', async ({
  page,
  neuron,
}) => {
  await neuron.writeAndRun(
    'Plot.plot({ marks: [Plot.dot([[1, 2], [3, 4]], { r: 6, title: (d) => `point ${d[0]}` })] })',
  );
  const chart = neuron.out.locator('.out-chart');
  await expect(chart.locator('svg circle')).toHaveCount(2);
  const circle = (await chart.locator('svg circle').first().boundingBox())!;
  await page.mouse.move(circle.x + circle.width / 2, circle.y + circle.height / 2);
  await expect(chart.locator('.out-tip')).toHaveText('point 1');
  await page.mouse.move(0, 0);
  await chart.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(chart.locator('.out-tip')).toHaveText('point 3');
  const light = await chart.locator('svg').evaluate((svg) => getComputedStyle(svg).color);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await chart.locator('svg').evaluate((svg) => getComputedStyle(svg).color)).not.toBe(light);
  expect(
    await chart
      .locator('svg text')
      .first()
      .evaluate((text) => getComputedStyle(text).fontFamily),
  ).toContain('Inter');
});

test('on a slow line a press on Run or Edit is answered at once', async ({ page, neuron, spikes }) => {
  const held: (() => void)[] = [];
  await page.route('**/cells/*.json*', async (route) => {
    await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  await neuron.run();
  await expect(neuron.badge).toHaveText('Opening …');
  await spikes.button('Edit').click();
  await expect(spikes.badge).toHaveText('Opening …');
  await expect.poll(() => held.length).toBe(1);
  held[0]!();
  await expect(page.locator('.cells-said')).toContainText('neuron.ts has run');
  await expect(neuron.badge).toHaveText('');
  await expect(spikes.editor).toBeVisible();
  await expect(spikes.badge).toHaveText('');
});

test('a tip of a chart with a legend stands at its point, inside the chart', async ({ page, neuron }) => {
  await neuron.writeAndRun(
    'Plot.plot({ marks: [Plot.dot([[0, 0], [1, 1]], { r: 6, fill: (d) => `kind ${d[0]}`, tip: true })], color: { legend: true } })',
  );
  const chart = neuron.out.locator('.out-chart');
  await chart.scrollIntoViewIfNeeded();
  const lowest = (await chart.locator('circle').first().boundingBox())!;
  await page.mouse.move(lowest.x + 6, lowest.y + 6);
  const tip = chart.locator('.out-tip');
  await expect(tip).toContainText('kind 0');
  const [box, frame] = [(await tip.boundingBox())!, (await chart.boundingBox())!];
  expect(Math.abs(box.x - lowest.x)).toBeLessThan(40);
  expect(box.y).toBeGreaterThanOrEqual(frame.y);
  expect(box.y + box.height).toBeLessThanOrEqual(frame.y + frame.height);
});
