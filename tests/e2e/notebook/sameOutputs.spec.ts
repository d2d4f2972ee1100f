// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these strings are programs
import { existsSync, readdirSync } from 'node:fs';
import { readCells } from '../../../src/notebook/kernel/checkCells.ts';
import { runCells } from '../../../src/notebook/kernel/node.ts';
import { expect, test } from './isolation.ts';

/** Cells that use every kind of output, beside the chapters' own. */
const every = [
  'const x = view(Inputs.range([0, 1], { step: 0.1 }));',
  'Plot.plot({ marks: [Plot.line([[0, x], [1, 2]], { tip: true }), Plot.dot([[1, -1]], { clip: true })], color: { legend: true } })',
  'const draw = random(7);\ndisplay(Array.from({ length: 5 }, () => draw.normal()));',
  'activations.activations.map(({ id, f }) => [id, f(0.7), f(-1.3)])',
  'Inputs.table([{ a: 1 / 3, b: new Date(0) }])',
  'display(html`<b>${"<"}</b>`); console.log({ deep: [[[[1]]]] }); nothing',
  'const y = null as unknown as { z: number };\ny.z;',
  'Plot.raster({ fill: (a, b) => a * b, x1: 0, y1: 0, x2: 1, y2: 1, width: 40, height: 30 }).plot()',
  'Plot.contour({ fill: (a, b) => a * b, x1: -1, y1: -1, x2: 1, y2: 1, width: 80, height: 60 }).plot()',
  'Plot.plot({ marks: [Plot.line([[new Date(0), 1], [new Date(9e10), 2]]), Plot.dot([[new Date(4e10), 1]], { r: 9 })] })',
  'const phi = keep("bend", "max(0.1x, min(x, 6))");\ndisplay(Inputs.table(design.verdicts(phi)));',
  'Inputs.table(design.verdicts((x: number) => x * Math.abs(Math.sin(x))))',
  'const digits = await datasets.loadDigits();\ndisplay(digits.labels.slice(0, 9));',
].map((text, i) => ({ id: `cell-${i}`, text }));

const chapters = readdirSync('content')
  .filter((chapter) => existsSync(`content/${chapter}/cells`))
  .map((chapter) => ({ name: chapter, cells: readCells(`content/${chapter}/cells`) }));

for (const { name, cells: texts } of [{ name: 'every kind of output', cells: every }, ...chapters]) {
  test(`the browser and the build agree on ${name}`, async ({ cells }) => {
    const built = await runCells(texts);
    await cells.open({ cells: texts });
    for (const { id } of texts) {
      await cells.cell(id).run();
      await expect(cells.cell(id).section).not.toHaveAttribute('data-state', 'running');
    }
    const shown = await cells.page.evaluate(() => {
      const { notebook } = window.harness;
      return notebook!.texts().map(({ id }) => {
        const { error, shown, log } = notebook!.view(id);
        return { id, error, outputs: shown.map(({ output }) => output), log };
      });
    });
    for (const { id, error, outputs, log } of shown) {
      const report = built.get(id)!;
      const expected = {
        error: report.error,
        outputs: report.shown.map(({ output }) => output),
        log: report.log,
      };
      expect(JSON.stringify({ error, outputs, log }), id).toBe(JSON.stringify(expected));
    }
  });
}
