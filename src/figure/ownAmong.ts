import type { OwnFunction } from './ownFunctions.ts';
import { isOwnId } from './ownIds.ts';

/**
 * The reader's functions that stand among `values` and that this page knows, e.g. to hand them to a worker. The parser is
 * loaded only where one is named.
 */
export async function ownAmong(values: readonly unknown[]): Promise<readonly OwnFunction[]> {
  if (!values.some(isOwnId)) return [];
  const { ownNamed } = await import('./ownFunctions.ts');
  return ownNamed(values);
}
