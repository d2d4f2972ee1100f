/**
 * A 16-digit fingerprint of a text, for keys and for "did the author change this cell?". Not a safeguard against
 * malice. FNV-1a (Fowler, Noll, Vo) over UTF-16 units, twice with different starts.
 */
export function fingerprint(text: string): string {
  return fnv(text, 0x811c9dc5) + fnv(text, 0x050c5d1f);
}

function fnv(text: string, start: number): string {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
