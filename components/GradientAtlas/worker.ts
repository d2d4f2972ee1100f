import { announceOwn } from '../../src/figure/ownFunctions.ts';
import type { Answer, Request } from './atlas.ts';
import { measure } from './measure.ts';

self.onmessage = async ({ data }: MessageEvent<Request>) => {
  self.postMessage(await answer(data));
};

async function answer({ spec, networks, own }: Request): Promise<Answer> {
  try {
    for (const one of own) announceOwn(one);
    return { status: 'done', lines: await measure(spec, networks) };
  } catch (error) {
    return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
