import { fingerprint } from '../../math/fingerprint.ts';
import { LinkError, readLink, type Shared, type SharedFunction } from '../share/link.ts';
import type { CellBox } from './cellBox.ts';
import { type Offer, showOffer } from './offer.ts';
import type { Workshop } from './workshop.ts';

/** Shows what the address carries, at the head of the page. */
export async function openLink(
  shop: Workshop,
  chapter: string,
  boxes: ReadonlyMap<string, CellBox>,
): Promise<void> {
  const fragment = location.hash;
  const over = (): void => {
    if (location.hash === fragment)
      history.replaceState(history.state, '', location.pathname + location.search);
  };
  const place = (panel: HTMLElement): void => {
    document.querySelector('.cells-offer')?.remove();
    document.querySelector('main')!.prepend(panel);
    panel.scrollIntoView({ block: 'nearest' });
  };
  await showOffer(place, { ...(await offerOf(fragment, shop, chapter)), over }, shop, boxes);
}

type Read = Omit<Offer, 'over'>;

async function offerOf(fragment: string, shop: Workshop, chapter: string): Promise<Read> {
  try {
    const shared = await readLink(fragment);
    if (shared?.chapter !== chapter)
      return { words: shop.strings.offer.otherChapter, cells: [], remarks: [] };
    return sharedOffer(shared, shop, await functionsOf(shared.functions, shop));
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    return { words: error.message, cells: [], remarks: [] };
  }
}

interface Brought {
  readonly usable: readonly SharedFunction[];
  /** One sentence for each function, whether it can be used or not. */
  readonly remarks: readonly string[];
}

/** What the functions of a link are that are new here, read and not run. */
async function functionsOf(shared: readonly SharedFunction[], shop: Workshop): Promise<Brought> {
  if (shared.length === 0) return { usable: [], remarks: [] };
  const { known, refusal } = await shop.functions();
  const words = shop.strings.offer;
  const read = shared.filter((one) => !known(one)).map((one) => ({ one, why: refusal(one) }));
  const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
  return {
    usable: read.filter(({ why }) => why === null).map(({ one }) => one),
    remarks: read.map(({ one, why }) =>
      why === null
        ? words.brings(one.name, shorten(one.formula))
        : words.bringsUnusable(shorten(one.name), why),
    ),
  };
}

function sharedOffer({ cells }: Shared, { notebook, strings }: Workshop, brought: Brought): Read {
  const names = notebook.texts().map(({ id }) => id);
  const here = cells.filter(({ name }) => names.includes(name));
  const news = here.filter(({ name, text }) => notebook.view(name).text !== text);
  const unknown = cells.filter(({ name }) => !names.includes(name)).map(({ name }) => name);
  const words = strings.offer;
  const remarks: string[] = [];
  if (news.some(({ name, base }) => fingerprint(notebook.view(name).authored) !== base))
    remarks.push(words.baseChanged);
  if (news.some(({ name }) => notebook.view(name).edited)) remarks.push(words.ownAside);
  if (unknown.length > 0) remarks.push(words.unknown(unknown.join(', ')));
  if (here.length > 0 && news.length === 0) remarks.push(words.same);
  return {
    words: words.fromLink(words.list(cells.map(({ name }) => `${name}.ts`))),
    cells: news,
    functions: brought.usable,
    remarks: [...remarks, ...brought.remarks],
  };
}
