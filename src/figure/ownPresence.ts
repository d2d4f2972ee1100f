import type { OwnFunction } from './ownFunctions.ts';
import { isOwnId, ownKey, ownPrefix } from './ownIds.ts';

/**
 * The reader's functions that stand among `values` and that this page knows, e.g. to hand them to a worker. The parser is
 * loaded only where one is named.
 */
export async function ownAmong(values: readonly unknown[]): Promise<readonly OwnFunction[]> {
  if (!values.some(isOwnId)) return [];
  const { ownNamed } = await import('./ownFunctions.ts');
  return ownNamed(values);
}

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
