import { expect, test } from './isolation.ts';

const slider = 'const x = view(Inputs.range([0, 10], { label: "slope", step: 1, value: 3 }));';

test('runs a cell, what depends on it, and nothing else', async ({ cells }) => {
  await cells.open({
    cells: [
      { id: 'base', text: 'const base: number = 3;' },
      { id: 'double', text: 'base * 2' },
      { id: 'apart', text: 'console.log("apart"); 1' },
    ],
  });
  await cells.cell('base').run();
  await expect(cells.cell('double').out).toHaveText('6');
  await cells.cell('base').edit('const base: number = 5;');
  await cells.cell('base').state('edited');
  await cells.cell('base').run();
  await expect(cells.cell('double').out).toHaveText('10');
  await expect(cells.cell('apart').out).toBeEmpty();
});

test('follows a slider while it is dragged, without a run before', async ({ cells }) => {
  await cells.open({
    cells: [
      { id: 'control', text: slider },
      { id: 'reader', text: 'x * 10' },
    ],
  });
  await cells.cell('control').run();
  const range = cells.cell('control').out.getByRole('slider', { name: 'slope' });
  await range.focus();
  for (let i = 0; i < 4; i++) await cells.page.keyboard.press('ArrowRight');
  await expect(cells.cell('reader').out).toHaveText('70');
  await expect(range).toBeFocused();
  await expect(cells.cell('control').out.locator('output')).toHaveText('7');
});

test('places an error in the text, and tells dependents what they wait for', async ({ cells }) => {
  await cells.open({
    cells: [
      { id: 'one', text: 'const one = 1;' },
      { id: 'two', text: 'one' },
    ],
  });
  await cells.cell('one').edit('const one = 1;\nsqare(one);');
  await cells.cell('one').run();
  await cells.cell('one').state('failed');
  await expect(cells.cell('one').out.getByRole('alert')).toHaveText(
    /ReferenceError: sqare is not defined \(line 2, column 1\)/,
  );
  await cells.cell('two').state('stale');
  await expect(cells.cell('two').section).toHaveAttribute('data-waits', 'one');
  await cells.cell('one').edit('const one = 4;');
  await cells.cell('one').run();
  await expect(cells.cell('two').out).toHaveText('4');
});

test('the reader stops a cell; the others come back as they were', async ({ cells }) => {
  await cells.open({
    cells: [
      { id: 'control', text: slider },
      { id: 'reader', text: 'x * 10' },
      { id: 'foe', text: 'let n = x; while (true) n++;' },
    ],
  });
  await cells.cell('control').run();
  await cells.cell('foe').state('running');
  await cells.page.locator('#control input').fill('8');
  await cells.cell('foe').stop();
  await cells.cell('foe').state('stopped');
  await expect(cells.cell('reader').out).toHaveText('80');
  await cells.page.locator('#control input').fill('9');
  await expect(cells.cell('reader').out).toHaveText('90');
});

test('a countdown is shown before the page stops a cell, and can be lengthened', async ({ cells }) => {
  await cells.open({ cells: [{ id: 'foe', text: 'while (true);' }], patience: 3000 });
  await cells.cell('foe').run();
  await expect(cells.page.locator('#silence')).toHaveText(/stops in [12] s/);
  await cells.page.evaluate(() => window.harness.notebook!.allowLonger());
  await expect(cells.page.locator('#silence')).toHaveText(/stops in (2|3)\d s/);
  await cells.cell('foe').stop();
  await expect(cells.page.locator('#silence')).toBeEmpty();
});

test('a stale result never lands', async ({ cells }) => {
  await cells.open({ cells: [{ id: 'slow', text: '"author"' }] });
  await cells.cell('slow').edit('await new Promise((go) => setTimeout(go, 600));\ndisplay("late");');
  await cells.cell('slow').run();
  await cells.cell('slow').state('running');
  await cells.cell('slow').edit('"new"');
  await cells.cell('slow').run();
  await expect(cells.cell('slow').out).toHaveText('"new"');
  await cells.page.waitForTimeout(800);
  await expect(cells.cell('slow').out).toHaveText('"new"');
});

test('a chart tells its points on hover and on keyboard focus', async ({ cells }) => {
  const text =
    'Plot.plot({ marks: [Plot.dot([{ a: 1, b: 2 }, { a: 3, b: 4 }], { x: "a", y: "b", tip: true })] })';
  await cells.open({ cells: [{ id: 'chart', text }] });
  await cells.cell('chart').run();
  const chart = cells.cell('chart').out.locator('.out-chart');
  await chart.focus();
  await cells.page.keyboard.press('ArrowRight');
  await expect(chart.getByRole('status')).toHaveText(/a 1.*b 2/s);
  await cells.page.keyboard.press('ArrowRight');
  await expect(chart.getByRole('status')).toHaveText(/a 3/);
  await cells.page.keyboard.press('Escape');
  await expect(chart.getByRole('status')).toBeHidden();
  await chart.locator('svg').hover({ position: { x: 42, y: 158 } });
  await expect(chart.getByRole('status')).toHaveText(/a 1/);
});
