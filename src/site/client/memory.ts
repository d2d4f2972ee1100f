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

/** Remembers one thing until the next page of this tab asks for it. */
export const session = {
  leave(key: string): void {
    try {
      sessionStorage.setItem(prefix + key, '1');
    } catch {
      // Without storage the next page opens at its top.
    }
  },
  take(key: string): boolean {
    try {
      const left = sessionStorage.getItem(prefix + key) !== null;
      sessionStorage.removeItem(prefix + key);
      return left;
    } catch {
      return false;
    }
  },
};
