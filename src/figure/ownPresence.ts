/** Where the device keeps the reader's functions. */
export const ownKey = 'nonlinear/functions';

/** Whether this device or this link has functions of a reader; small enough to ask before the parser is loaded. */
export function mayHaveOwn(query: string): boolean {
  if (/[?&]fn\.own_/.test(query)) return true;
  try {
    return (localStorage.getItem(ownKey) ?? '[]') !== '[]';
  } catch {
    return false;
  }
}
