import { announceOwn, type OwnFunction } from '../../src/figure/ownFunctions.ts';
import { measureCost } from './cost.ts';
import { type Design, design } from './model.ts';

/** Page to worker: the formula, the function beside it, and the reader's own functions that this may name. */
export interface Request {
  readonly formula: string;
  readonly other: string;
  readonly own: readonly OwnFunction[];
}

/** Worker to page. */
export type Answer =
  | { readonly status: 'done'; readonly result: Design }
  | { readonly status: 'failed'; readonly message: string };

self.onmessage = ({ data }: MessageEvent<Request>) => {
  self.postMessage(answer(data));
};

function answer({ formula, other, own }: Request): Answer {
  try {
    for (const one of own) announceOwn(one);
    return { status: 'done', result: design(formula, '', other, measureCost) };
  } catch (error) {
    return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
