import { element } from '../outputs/element.ts';
import type { SharedFunction } from '../share/link.ts';
import type { CellBox } from './cellBox.ts';
import type { Workshop } from './workshop.ts';

/** Code from a link or a file, for cells of this chapter. */
export interface Offer {
  /** Where it comes from, as a sentence. */
  readonly words: string;
  readonly cells: readonly { readonly name: string; readonly text: string }[];
  /** Functions that come along, each readable. */
  readonly functions?: readonly SharedFunction[];
  /** What else the reader should know. */
  readonly remarks: readonly string[];
  /** The reader has decided, or sent the offer away. */
  readonly over: () => void;
}

/**
 * Shows code from elsewhere with what it would change. Nothing of it runs, and nothing of the reader's own is touched,
 * until the reader says so.
 */
export async function showOffer(
  place: (panel: HTMLElement) => void,
  offer: Offer,
  shop: Workshop,
  boxes: ReadonlyMap<string, CellBox>,
): Promise<void> {
  const { offer: words } = shop.strings;
  const panel = element(document, 'aside', {
    class: 'cells-offer ui',
    'aria-label': words.label,
    tabindex: -1,
  });
  const close = (): void => {
    panel.remove();
    offer.over();
  };
  const lines = [offer.words, ...(offer.cells.length > 0 ? [words.notRun] : []), ...offer.remarks];
  panel.append(
    element(document, 'p', { class: 'offer-title' }, words.label),
    ...lines.map((line) => element(document, 'p', {}, line)),
  );
  const code = offer.cells.length > 0;
  if (!code && !offer.functions?.length) panel.append(actions([button(words.dismiss, 'btn plain', close)]));
  else {
    const use = async (): Promise<void> => {
      if (offer.functions?.length) offer.functions.forEach((await shop.functions()).admit);
      take(offer, shop, boxes);
      used(panel, offer, shop, boxes, close);
    };
    panel.append(
      actions([
        button(code ? words.use : words.useFunctions, 'btn main', () => void use()),
        button(words.dismiss, 'btn plain', close),
      ]),
      ...(code ? await comparisons(offer, shop) : []),
    );
  }
  place(panel);
  shop.announce(offer.words);
}

/** For each cell its name and what would change. */
async function comparisons({ cells }: Offer, shop: Workshop): Promise<HTMLElement[]> {
  const { drawComparison } = await shop.editor();
  const pairs = cells.map(async ({ name, text }) => {
    const label = shop.strings.changes(name);
    const original = shop.notebook.view(name).text;
    const drawn = await drawComparison({ original, text, label, familyOf: shop.familyOf });
    return [element(document, 'p', { class: 'offer-cell' }, label), drawn];
  });
  return (await Promise.all(pairs)).flat();
}

/** Puts the code into the cells; what the reader had there is put aside. */
function take(
  { cells }: Offer,
  { notebook, keeper, store }: Workshop,
  boxes: ReadonlyMap<string, CellBox>,
): void {
  keeper.keep(notebook.texts());
  for (const { name, text } of cells) {
    const { authored, text: own } = notebook.view(name);
    store.putAside(name, authored, own);
    keeper.reread(name);
    notebook.edit(name, text);
    boxes.get(name)?.versionsChanged();
  }
}

/** The panel after the reader took the code: it still has not run. */
function used(
  panel: HTMLElement,
  { cells }: Offer,
  { strings }: Workshop,
  boxes: ReadonlyMap<string, CellBox>,
  close: () => void,
): void {
  const run = (): void => {
    for (const { name } of cells) boxes.get(name)?.run();
    close();
    boxes.get(cells[0]!.name)?.scrollHere();
  };
  panel.replaceChildren(
    element(
      document,
      'p',
      { role: 'status' },
      cells.length > 0 ? strings.offer.used : strings.offer.usedFunctions,
    ),
    actions([
      ...(cells.length > 0 ? [button(strings.offer.runAll, 'btn main', run)] : []),
      button(strings.offer.close, 'btn plain', close),
    ]),
  );
  panel.focus();
}

function button(words: string, style: string, act: () => void): HTMLButtonElement {
  const node = element(document, 'button', { type: 'button', class: style }, words);
  node.addEventListener('click', act);
  return node;
}

const actions = (buttons: readonly HTMLElement[]): HTMLElement =>
  element(document, 'div', { class: 'offer-acts' }, ...buttons);
