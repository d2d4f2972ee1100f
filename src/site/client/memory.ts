/** Small things kept on the reader's device. Where storage is refused, nothing is kept and nothing breaks. */
const prefix = 'nonlinear:';

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, value);
  } catch {
    // Private windows and full disks: the page works without a memory.
  }
}
