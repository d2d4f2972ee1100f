import type { KernelMessage } from '../protocol.ts';

interface Waiting {
  readonly resolve: (text: string) => void;
  readonly reject: (error: Error) => void;
}

/** Fetches data sets through the page: a cell has no network, but the book's own data are the page's to give. */
export function createAssets(send: (message: KernelMessage) => void) {
  const waiting = new Map<string, Waiting>();
  return {
    load: (asset: 'digits'): Promise<string> =>
      new Promise((resolve, reject) => {
        waiting.set(asset, { resolve, reject });
        send({ type: 'need', asset });
      }),
    arrived(name: string, text: string | null): void {
      const asked = waiting.get(name);
      waiting.delete(name);
      if (text === null) asked?.reject(new Error(`the data set ${name} cannot be loaded here`));
      else asked?.resolve(text);
    },
  };
}
