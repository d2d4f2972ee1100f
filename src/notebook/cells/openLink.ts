import { fingerprint } from '../../math/fingerprint.ts';
import { LinkError, readLink, type Shared } from '../share/link.ts';
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
    return sharedOffer(shared, shop);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    return { words: error.message, cells: [], remarks: [] };
  }
}

function sharedOffer({ cells }: Shared, { notebook, strings }: Workshop): Read {
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
  return { words: words.fromLink(words.list(cells.map(({ name }) => `${name}.ts`))), cells: news, remarks };
}
