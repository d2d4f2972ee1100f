import { cleanBase } from '../../src/site/address.ts';

/**
 * The path the book is built under, from the variable BASE: it begins and ends with a slash (`/`, `/book/`).
 * @throws when the value has anything but letters, digits, `-`, `_`, `.`, `~` between its slashes
 */
export function readBase(value = process.env['BASE']): string {
  const base = cleanBase(value ?? '/');
  if (!/^\/([\w.~-]+\/)*$/.test(base))
    throw new Error(`invalid BASE: "${value}"; expected a path such as /book/`);
  return base;
}
