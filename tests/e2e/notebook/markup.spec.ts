import { attacks, markupOfAllKinds } from './attacks.ts';
import { expect, modes, test } from './isolation.ts';

for (const isolated of modes) {
  test.describe(`with isolated frames ${isolated ? 'on' : 'off'}`, () => {
    test.use({ isolated });
    test('draws the harmless part of any markup', async ({ cells }) => {
      const text = markupOfAllKinds.replaceAll('PORT', String(cells.ear.port));
      await cells.open({ cells: [{ id: 'foe', text }] });
      await cells.cell('foe').run();
      await cells.cell('foe').state('unchanged');
      await expect(cells.cell('foe').out.locator('.out-markup')).toHaveCount(attacks.length);
      await cells.page.waitForTimeout(500);
      const found = await cells.page.evaluate(() => {
        const all = [...document.querySelectorAll('#foe .out *')];
        const attributes = all.flatMap((node) =>
          [...node.attributes].map(({ name, value }) => `${name}=${value}`),
        );
        return {
          tags: [...new Set(all.map((node) => node.localName))].sort(),
          bad: attributes.filter((text) =>
            /^on|javascript:|https?:|href=(?!#)|url\((?!#)|position|action=|srcset|ping=/i.test(text),
          ),
          silence: document.querySelectorAll('#silence').length,
        };
      });
      expect(found.bad).toEqual([]);
      expect(found.silence).toBe(1);
      for (const tag of [
        'script',
        'iframe',
        'object',
        'embed',
        'video',
        'audio',
        'link',
        'meta',
        'base',
        'style',
        'form',
        'input',
        'template',
        'foreignObject',
        'animate',
        'set',
        'filter',
        'math',
      ]) {
        expect(found.tags).not.toContain(tag);
      }
      expect(await cells.page.title()).toBe('Cells');
      expect(cells.ear.heard).toEqual([]);
    });
  });
}

test('keeps what a drawing needs', async ({ cells }) => {
  const chart =
    'Plot.plot({ marks: [Plot.dot([[1, 2], [3, 4]], { fill: "red", clip: true, title: () => "point" })] })';
  await cells.open({
    cells: [
      { id: 'chart', text: chart },
      { id: 'words', text: 'html`<p style="color: red"><b>1 &lt; 2</b></p>`' },
    ],
  });
  await cells.cell('chart').run();
  await cells.cell('words').run();
  await expect(cells.cell('chart').out.locator('circle')).toHaveCount(2);
  await expect(cells.cell('words').out.locator('b')).toHaveText('1 < 2');
  await expect(cells.cell('words').out.locator('p')).toHaveCSS('color', 'rgb(255, 0, 0)');
  const clipped = await cells.page.evaluate(() => {
    const node = document.querySelector('#chart [clip-path]')!;
    const id = /url\(#(.+)\)/.exec(node.getAttribute('clip-path')!)![1]!;
    return [id.startsWith('chart-'), document.getElementById(id)?.localName];
  });
  expect(clipped).toEqual([true, 'clipPath']);
});
