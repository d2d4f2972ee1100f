import type { ControlValue, Output } from '../protocol.ts';
import { drawControl } from './control.ts';
import { element } from './element.ts';
import { drawFunction } from './function.ts';
import { drawImage } from './image.ts';
import { parseMarkup, type ReadMarkup } from './parseMarkup.ts';
import { sanitise } from './sanitise.ts';
import { drawTable } from './table.ts';
import { addTips } from './tips.ts';
import { drawValue } from './value.ts';

/** Where outputs are drawn: a page, or the build. */
export interface Surface {
  readonly document: Document;
  readonly readMarkup: ReadMarkup;
  /** The reader moved a control. */
  changed(control: number, value: ControlValue): void;
  /** A function of the reader's own was drawn; the page says whether it is kept. */
  functionDrawn?(node: HTMLElement): void;
}

export interface DrawnOutput {
  readonly node: HTMLElement;
  /** Shows a newer state of the same thing. Only controls have any. */
  update(output: Output): void;
}

const still = (node: HTMLElement): DrawnOutput => ({ node, update: () => undefined });

/** One output as an element. `prefix` makes its ids unique in the page. */
export function drawOutput(output: Output, prefix: string, surface: Surface): DrawnOutput {
  const { document } = surface;
  switch (output.type) {
    case 'value':
      return still(element(document, 'div', { class: 'out-value' }, drawValue(document, output.value)));
    case 'table':
      return still(drawTable(document, output));
    case 'svg': {
      const chart = element(
        document,
        'div',
        { class: 'out-chart' },
        sanitise(document, [output.root], prefix),
      );
      addTips(chart, output.tips);
      return still(chart);
    }
    case 'markup': {
      const nodes = parseMarkup(output.language, output.text, surface.readMarkup);
      return still(element(document, 'div', { class: 'out-markup' }, sanitise(document, nodes, prefix)));
    }
    case 'control': {
      const changed = (value: ControlValue): void => surface.changed(output.control, value);
      const { node, set } = drawControl(document, output.description, output.value, changed);
      return { node, update: (next) => next.type === 'control' && set(next.value) };
    }
    case 'image':
      return still(drawImage(document, output));
    case 'function': {
      const node = drawFunction(document, output);
      surface.functionDrawn?.(node);
      return still(node);
    }
    case 'notice':
      return still(element(document, 'p', { class: 'out-notice' }, output.text));
  }
}
