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

let announced = false;

/** Notes that this page has made a function of a reader known to its figures, kept on the device or not. */
export function noteOwn(): void {
  announced = true;
}

/** Whether this page or this device knows functions of the reader's; as small as `mayHaveOwn`. */
export const knowsOwn = (): boolean => announced || mayHaveOwn('');

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
