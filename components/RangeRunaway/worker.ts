import { announceOwn, type OwnFunction } from '../../src/figure/ownFunctions.ts';
import type { RunawaySettings } from './controls.ts';
import { type Runaway, runaway } from './model.ts';

/** Page to worker: what to compute, and the function of the reader's that it names. */
export interface Request {
  readonly id: number;
  readonly settings: RunawaySettings;
  readonly own: readonly OwnFunction[];
}

/** Worker to page. */
export type Answer = { readonly id: number } & (
  | { readonly status: 'done'; readonly result: Runaway }
  | { readonly status: 'failed'; readonly message: string }
);

/** Announced anew, a function would forget its corners and samples. */
const announced = new Set<string>();

self.onmessage = ({ data: { id, settings, own } }: MessageEvent<Request>) => {
  const post = (answer: Answer): void => self.postMessage(answer);
  try {
    for (const one of own) {
      // The id follows from the formula, and the label is the page's affair.
      if (!announced.has(one.id)) announceOwn(one);
      announced.add(one.id);
    }
    post({ id, status: 'done', result: runaway(settings) });
  } catch (error) {
    post({ id, status: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
};
