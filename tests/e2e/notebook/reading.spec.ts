import { expect, test } from './isolation.ts';

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
  await cells.cell('base').run();
  await expect(cells.cell('double').out).toHaveText('10');
  await expect(cells.cell('apart').out).toBeEmpty();
});
