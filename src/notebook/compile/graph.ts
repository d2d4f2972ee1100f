import type { LinkedCell } from './notebook.ts';

/** A cell and all cells that it needs, directly or through others. */
export function ancestorsOf(ids: Iterable<string>, cells: readonly LinkedCell[]): Set<string> {
  const reads = new Map(cells.map(({ cell, reads }) => [cell, reads]));
  return closure(ids, (id) => reads.get(id) ?? []);
}

/** A cell and all cells that need it, directly or through others. */
export function dependentsOf(ids: Iterable<string>, cells: readonly LinkedCell[]): Set<string> {
  return closure(ids, (id) => cells.filter(({ reads }) => reads.includes(id)).map(({ cell }) => cell));
}

function closure(ids: Iterable<string>, next: (id: string) => readonly string[]): Set<string> {
  const found = new Set(ids);
  // A set may grow while it is walked; new members are visited too.
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}
