import {
  ImportError,
  type ImportedCell,
  importFile,
  largestFile,
  notebookFormats,
} from '../formats/index.ts';
import { element } from '../outputs/element.ts';
import type { CellBox } from './cellBox.ts';
import { type Offer, showOffer } from './offer.ts';
import type { Workshop } from './workshop.ts';

/** Lets the reader choose a file and shows what it would change, in `answer`. */
export function chooseFile(answer: HTMLElement, shop: Workshop, boxes: ReadonlyMap<string, CellBox>): void {
  const accept = notebookFormats.map(({ extension }) => extension).join();
  const input = element(document, 'input', { type: 'file', accept, hidden: true });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    input.remove();
    if (file) void readFile(file, answer, shop, boxes);
  });
  // Some browsers let go of a file field that is in no page.
  answer.after(input);
  input.click();
}

async function readFile(
  file: File,
  answer: HTMLElement,
  shop: Workshop,
  boxes: ReadonlyMap<string, CellBox>,
): Promise<void> {
  const place = (panel: HTMLElement): void => {
    answer.replaceChildren(panel);
    panel.focus();
  };
  const offer = await offerOf(file, shop);
  await showOffer(place, { ...offer, over: () => undefined }, shop, boxes);
}

type Read = Omit<Offer, 'over'>;

async function offerOf(file: File, shop: Workshop): Promise<Read> {
  const words = shop.strings.bar;
  try {
    const text = file.size > largestFile ? ' '.repeat(largestFile + 1) : await file.text();
    return fileOffer(
      file.name,
      importFile(file.name, text, () => new DOMParser()),
      shop,
    );
  } catch (error) {
    return { words: error instanceof ImportError ? error.message : words.unreadable, cells: [], remarks: [] };
  }
}

function fileOffer(file: string, imported: readonly ImportedCell[], { notebook, strings }: Workshop): Read {
  const names = notebook.texts().map(({ id }) => id);
  // A file that does not name its cells can still be this chapter's, cell by cell.
  const cells = imported.map(({ name, text }, i) => {
    const known = name ?? (imported.length === names.length ? names[i]! : null);
    return { name: known, text: text.replace(/\n*$/, '\n') };
  });
  const here = cells.flatMap(({ name, text }) =>
    name !== null && names.includes(name) ? [{ name, text }] : [],
  );
  const left = cells.flatMap(({ name }, i) =>
    name === null || !names.includes(name) ? [name ?? `${i + 1}`] : [],
  );
  const news = here.filter(({ name, text }) => notebook.view(name).text !== text);
  const words = strings.offer;
  if (here.length === 0) return { words: strings.bar.noneMatch, cells: [], remarks: [] };
  const remarks: string[] = [];
  if (news.some(({ name }) => notebook.view(name).edited)) remarks.push(words.ownAside);
  if (left.length > 0) remarks.push(words.unknown(left.join(', ')));
  if (news.length === 0) remarks.push(words.same);
  return {
    words: words.fromFile(file, words.list(here.map(({ name }) => `${name}.ts`))),
    cells: news,
    remarks,
  };
}
