import { kindOf } from '../../activations/properties/probe.ts';

/** A text that a cell passed, checked: what readers write is checked for its syntax only. */
export function text(value: unknown, what: 'formula' | 'name'): string {
  if (typeof value === 'string') return value;
  const code = typeof value === 'function' ? ' (formulas are read, never run: put it in quotes)' : '';
  throw new TypeError(`invalid ${what}: ${kindOf(value)}; expected a text${code}`);
}
