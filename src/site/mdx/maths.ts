import katex from 'katex';
import type { Root } from 'mdast';
import type {} from 'mdast-util-math';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import { Mistake, type Sheet } from './mistake.ts';

/** Classes of KaTeX whose fonts the book does not carry, with what to write instead. */
const missing: readonly (readonly [RegExp, string])[] = [
  [
    /class="[^"]*\b(?:mathbb|amsrm)\b/,
    'a symbol from the AMS font; expected a symbol of KaTeX Main, or the character itself: ℝ',
  ],
  [
    /class="[^"]*\b(?:mathcal|mathfrak|mathscr|mathsf|mathtt|texttt|textsf)\b/,
    'another alphabet; expected plain or italic letters',
  ],
  [/class="[^"]*\b(?:mathbf|boldsymbol|textbf)\b/, 'bold letters; expected plain or italic letters'],
  [/delimsizing size[34]/, 'brackets of the third or fourth size; expected \\big or \\bigg at most'],
];

/** Renders TeX as HTML and MathML. @throws Error with a sentence when it cannot be set with the book's four fonts */
export function renderMaths(tex: string, display = false): string {
  const html = katex.renderToString(tex, {
    displayMode: display,
    output: 'htmlAndMathml',
    strict: 'error',
    throwOnError: true,
  });
  for (const [pattern, sentence] of missing)
    if (pattern.test(html)) throw new Error(`the formula needs ${sentence}`);
  return html;
}

/** An equation of at most this many letters fits the column of the narrowest phone. */
const narrow = 20;

const drawnLength = (html: string): number =>
  html.slice(html.indexOf('<span class="katex-html"')).replace(/<[^>]*>/g, '').length;

/** Gives the Tab key a stop at an equation that may be wider than its column; the page takes it away where it is not. */
function reachable(html: string): string {
  if (drawnLength(html) <= narrow) return html;
  return html.replace('class="katex-display"', 'class="katex-display" tabindex="0"');
}

function html(tex: string, display: boolean, node: Parameters<typeof visit>[0], sheet: Sheet): string {
  try {
    return renderMaths(tex, display);
  } catch (error) {
    const reason = (error as Error).message.replace(/^KaTeX parse error: /, '');
    throw new Mistake(sheet, node, `cannot set $${tex}$: ${reason}`);
  }
}

const attribute = (name: string, value: string) => ({ type: 'mdxJsxAttribute' as const, name, value });

const closing = /^[.,;:!?)\]’”]+/;

/** Takes a comma or full stop off the text behind a short formula: it stays on the formula's line. */
function closingOf(next: { type: string; value?: string } | undefined, set: string): string {
  const [signs = ''] = (next?.type === 'text' && closing.exec(next.value ?? '')) || [];
  if (signs === '' || drawnLength(set) > narrow) return '';
  next!.value = next!.value!.slice(signs.length);
  return signs;
}

/** Sets every formula at build time. An equation with a label carries its number at the right. */
export function setMaths(tree: Root, sheet: Sheet): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (node.type === 'inlineMath') {
      const formula = html(node.value, false, node, sheet);
      const signs = closingOf(parent.children[index + 1], formula);
      const attributes = [
        attribute('class', signs ? 'tex closed' : 'tex'),
        attribute('set:html', formula + signs),
      ];
      const set: MdxJsxTextElement = { type: 'mdxJsxTextElement', name: 'span', attributes, children: [] };
      parent.children[index] = set as never;
    } else if (node.type === 'math') {
      const number = node.data?.number;
      const tail = number ? `<span class="eq-no">(${number})</span>` : '';
      const attributes = [
        attribute('class', 'eq'),
        attribute('set:html', reachable(html(node.value, true, node, sheet)) + tail),
      ];
      if (node.data?.label) attributes.unshift(attribute('id', node.data.label));
      const set: MdxJsxFlowElement = { type: 'mdxJsxFlowElement', name: 'div', attributes, children: [] };
      parent.children[index] = set as never;
    }
  });
}

declare module 'mdast-util-math' {
  interface MathData {
    /** `1.2`, for an equation with a label. */
    number?: string;
    /** Id of the equation on the page. */
    label?: string;
  }
}
