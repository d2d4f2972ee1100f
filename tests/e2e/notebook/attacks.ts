const url = 'http://127.0.0.1:PORT';

/** Markup that must not run, load or lead anywhere; `PORT` is where the test listens. */
export const attacks: readonly string[] = [
  '<script>document.title = "taken"</script>',
  '<img src=x onerror="document.title = \'taken\'">',
  `<img src="${url}/img" srcset="${url}/set 1x">`,
  `<picture><source srcset="${url}/source"><img></picture>`,
  '<a href="javascript:document.title=\'taken\'" id="go">x</a>',
  '<a href="//leak.127.0.0.1.invalid/">x</a><a href="https://leak.127.0.0.1.invalid/">x</a>',
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

/** A cell that shows all of them. */
export const markupOfAllKinds = attacks
  .map((attack) => `display(html([${JSON.stringify(attack)}] as unknown as TemplateStringsArray));`)
  .join('\n');
