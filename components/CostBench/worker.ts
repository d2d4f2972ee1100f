import type { OwnFunction } from '../../src/figure/ownFunctions.ts';
import { measure, type Timing, type Wish } from './measure.ts';

/** Page to worker: what to measure, and the reader's own functions. */
export interface Request {
  readonly wish: Wish;
  readonly own: readonly OwnFunction[];
}

/** Worker to page. */
export type Answer =
  | { readonly status: 'done'; readonly timing: Timing }
  | { readonly status: 'failed'; readonly message: string };

self.onmessage = ({ data }: MessageEvent<Request>) => {
  self.postMessage(answer(data));
};

function answer({ wish, own }: Request): Answer {
  try {
    return { status: 'done', timing: measure(wish, own) };
  } catch (error) {
    return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
