import { keep, recall, session } from './memory.ts';

/** Where the reader was: page, which block of the text, and the section's name to offer it by. */
interface Bookmark {
  readonly path: string;
  readonly block: number;
  readonly name: string;
}

function readBookmark(): Bookmark | null {
  try {
    const mark: unknown = JSON.parse(recall('reading') ?? 'null');
    if (typeof mark !== 'object' || mark === null) return null;
    const { path, block, name } = mark as Record<string, unknown>;
    if (typeof path !== 'string' || typeof name !== 'string' || !Number.isInteger(block)) return null;
    // Only an address on this site: the bookmark becomes a link.
    if (!path.startsWith('/') || path.startsWith('//')) return null;
    return { path, block: block as number, name };
  } catch {
    return null;
  }
}

const blocksOf = (article: Element) => [
  ...article.querySelectorAll(':scope > :not(nav, .part), :scope > .part > *'),
];

function markPlace(article: Element): void {
  const blocks = blocksOf(article);
  // What ends in the uppermost strip of the window has been read.
  const block = blocks.findIndex((b) => b.getBoundingClientRect().bottom > 120);
  // The opener is the first block: a page that was only opened is not a place to come back to.
  if (block < 1 || block === blocks.length - 1) return;
  const head = blocks.slice(0, block + 1).findLast((b) => b.matches('h2'));
  const name = (head ?? document.querySelector('h1'))?.querySelector('.name')?.textContent ?? '';
  keep('reading', JSON.stringify({ path: location.pathname, block, name } satisfies Bookmark));
}

function offer(go: (link: HTMLAnchorElement) => void, mark: Bookmark): void {
  const bar = document.querySelector<HTMLElement>('.resume');
  const link = bar?.querySelector('a');
  const name = bar?.querySelector('.resume-name');
  if (!bar || !link || !name) return;
  name.textContent = mark.name;
  link.href = mark.path;
  go(link);
  bar.querySelector('button')?.addEventListener('click', () => {
    keep('reading', null);
    bar.hidden = true;
  });
  bar.hidden = false;
}

/** Keeps the place in a chapter, and offers it on the next visit: on the cover, and in the chapter itself. */
export function startReading(): void {
  const article = document.querySelector('article.chapter');
  const mark = readBookmark();
  if (article) {
    const to = (block: number) => blocksOf(article)[block]?.scrollIntoView({ block: 'start' });
    addEventListener('pagehide', () => markPlace(article));
    document.addEventListener('visibilitychange', () => document.hidden && markPlace(article));
    if (!mark || mark.path !== location.pathname || location.hash || scrollY > 0) return;
    if (session.take('resume')) to(mark.block);
    else {
      offer((link) => {
        link.addEventListener('click', (event) => {
          event.preventDefault();
          to(mark.block);
          const bar = link.closest<HTMLElement>('.resume');
          if (bar) bar.hidden = true;
        });
      }, mark);
    }
  } else if (mark) {
    offer((link) => link.addEventListener('click', () => session.leave('resume')), mark);
  }
}
