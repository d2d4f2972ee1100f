import { ownKey, ownPrefix } from './ownIds.ts';

/** Whether this device or this link has functions of a reader; small enough to ask before the parser is loaded. */
export function mayHaveOwn(query: string): boolean {
  if (new RegExp(`[?&]fn\\.${ownPrefix}`).test(query)) return true;
  try {
    return (localStorage.getItem(ownKey) ?? '[]') !== '[]';
  } catch {
    return false;
  }
}

let following = false;

/** From now on, what another tab of the book keeps or deletes is kept or deleted here. */
export function followOtherTabs(): void {
  if (following || typeof addEventListener === 'undefined') return;
  following = true;
  const follow = (): void => void import('./ownShelf.ts').then(({ followDevice }) => followDevice());
  addEventListener('storage', ({ key }) => {
    if (key === ownKey || key === null) follow();
  });
  // A page that waited behind the Back button has heard nothing.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) follow();
  });
}
