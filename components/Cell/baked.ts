import { parseHTML } from 'linkedom';
import { bakedOutputs, OutputView } from '../../src/notebook/outputs/index.ts';
import type { Report } from '../../src/notebook/protocol.ts';

const page = (body: string) => parseHTML(`<!doctype html><html><body>${body}</body></html>`);

/**
 * The outputs of a cell as HTML, drawn by the code that draws them in the page. Where a phone shows other charts, they
 * stand beside the wide ones, and the style sheet shows one of the two.
 */
export function bakedHtml(report: Report, narrow?: Report): string {
  const root = draw(report, report.cell);
  if (!narrow) return root.innerHTML;
  const charts = draw(narrow, `${narrow.cell}-narrow`).querySelectorAll('.out-chart');
  for (const [i, chart] of root.querySelectorAll('.out-chart').entries()) {
    chart.classList.add('out-wide');
    charts[i]!.classList.add('out-narrow');
    chart.after(charts[i]!);
  }
  return root.innerHTML;
}

function draw(report: Report, prefix: string): HTMLElement {
  const { document, Event } = page('');
  const root = document.createElement('div') as unknown as HTMLElement;
  const surface = {
    document: document as unknown as Document,
    readMarkup: (text: string) => page(text).document.body as unknown as Element,
    changed: () => undefined,
  };
  new OutputView(root, prefix, surface).draw(bakedOutputs(report));
  // In the page a value is drawn as it opens; here nobody can ask later, so everything inside is drawn now.
  for (let closed = trees(root); closed.length > 0; closed = trees(root)) {
    for (const tree of closed) tree.dispatchEvent(new Event('toggle'));
  }
  return root;
}

const trees = (root: HTMLElement): Element[] =>
  [...root.querySelectorAll('details.out-tree')].filter((tree) => tree.children.length === 1);
