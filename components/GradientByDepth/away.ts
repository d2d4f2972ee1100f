import { type Ask, askWorker } from '../../src/figure/askWorker.ts';
import type { Comparison } from './model.ts';
import type { DepthSettings } from './settings.ts';

/**
 * `compare` off the page's thread. An answer may come in parts (`Comparison.progress` says how much); the worker itself ends
 * a comparison that a newer one overtakes.
 */
export const compareAway = (): Ask<DepthSettings, Comparison> =>
  askWorker({
    start: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    names: (settings) => Object.values(settings),
    patience: Number.POSITIVE_INFINITY,
  });
