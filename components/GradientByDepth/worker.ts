import { announceOwn, type OwnFunction } from '../../src/figure/ownFunctions.ts';
import { type Comparison, compare } from './model.ts';
import type { DepthSettings } from './settings.ts';

/** Page to worker: what to measure, and the reader's own functions that it may name. */
export interface Request {
  readonly settings: DepthSettings;
  readonly own: readonly OwnFunction[];
}

/** Worker to page. */
export type Answer =
  | { readonly status: 'done'; readonly result: Comparison }
  | { readonly status: 'failed'; readonly message: string };

self.onmessage = async ({ data }: MessageEvent<Request>) => {
  self.postMessage(await answer(data));
};

async function answer({ settings, own }: Request): Promise<Answer> {
  try {
    for (const one of own) announceOwn(one);
    return { status: 'done', result: await compare(settings) };
  } catch (error) {
    return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
