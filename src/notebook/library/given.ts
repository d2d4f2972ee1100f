/** A text that a cell passed, checked: what readers write is checked for its syntax only. */
export function text(value: unknown, what: 'formula' | 'name'): string {
  if (typeof value === 'string') return value;
  const code = typeof value === 'function' ? ' (formulas are read, never run: put it in quotes)' : '';
  throw new TypeError(`invalid ${what}: ${kind(value)}; expected a text${code}`);
}

/** What a value is, with its article, for messages. */
export function kind(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}
