import { expect, test } from './isolation.ts';

const url = 'http://127.0.0.1:PORT';

/** Markup that must not run, load or lead anywhere; `PORT` is where the test listens. */
const attacks: readonly string[] = [
  '<script>document.title = "taken"</script>',
  '<img src=x onerror="document.title = \'taken\'">',
  `<img src="${url}/img" srcset="${url}/set 1x">`,
  `<picture><source srcset="${url}/source"><img></picture>`,
  '<a href="javascript:document.title=\'taken\'" id="go">x</a>',
  '<a href="java&#10;script:document.title=\'taken\'">x</a>',
  `<a href="${url}/ping" ping="${url}/ping">x</a>`,
  `<iframe src="${url}/frame" srcdoc="<script>parent.document.title='taken'</script>"></iframe>`,
  `<object data="${url}/object"></object><embed src="${url}/embed">`,
  `<video src="${url}/video" poster="${url}/poster" autoplay></video><audio src="${url}/audio"></audio>`,
  `<link rel="stylesheet" href="${url}/css"><link rel="dns-prefetch" href="//leak.127.0.0.1.invalid"><link rel="prefetch" href="${url}/pre">`,
  `<meta http-equiv="refresh" content="0;url=${url}/refresh"><base href="${url}/">`,
  `<style>@import url(${url}/import); body { display: none }</style>`,
  `<p style="background: url(${url}/bg); background-image: image-set('${url}/set' 1x); color: red">x</p>`,
  `<p style="background: u\\72l(${url}/escaped)">x</p>`,
  '<p style="position: fixed; inset: 0; z-index: 9999">x</p>',
  `<form action="${url}/form"><input name="a"><button>go</button></form>`,
  `<svg><script>document.title = "taken"</script><image href="${url}/image"/><use href="${url}/use#a"/></svg>`,
  '<svg onload="document.title = \'taken\'"><animate attributeName="href" values="javascript:alert(1)"/></svg>',
  `<svg><foreignObject><img src="${url}/foreign" onerror="document.title='taken'"></foreignObject></svg>`,
  `<svg><rect fill="url(${url}/fill#a)" style="fill: url('${url}/style')" filter="url(${url}/filter#a)"/></svg>`,
  '<svg><a href="javascript:document.title=1"><text>x</text></a><set attributeName="onclick" to="x"/></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=document.title=1&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=document.title=1>">',
  '<template><script>document.title = "taken"</script></template><noscript><p title="</noscript><img src=x onerror=document.title=1>">',
  '<details open ontoggle="document.title = \'taken\'"><summary>x</summary></details>',
  '<p id="silence" class="run" name="harness">x</p>',
];

test('draws the harmless part of any markup', async ({ cells }) => {
  const text = attacks
    .map((attack) => attack.replaceAll('PORT', String(cells.ear.port)))
    .map((attack) => `display(html([${JSON.stringify(attack)}] as unknown as TemplateStringsArray));`)
    .join('\n');
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
        /^on|javascript:|http:|url\((?!#)|position|action=|srcset|ping=/i.test(text),
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
