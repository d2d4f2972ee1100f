import { measure, type Timing, type Wish } from './measure.ts';

/** Worker to page. */
export type Answer =
  | { readonly status: 'done'; readonly timing: Timing }
  | { readonly status: 'failed'; readonly message: string };

self.onmessage = ({ data }: MessageEvent<Wish>) => {
  self.postMessage(answer(data));
};

function answer(wish: Wish): Answer {
  try {
    return { status: 'done', timing: measure(wish) };
  } catch (error) {
    return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
