import { findActivation } from '../../src/activations/index.ts';
import { type Ask, askWorker } from '../../src/figure/askWorker.ts';
import type { RunawaySettings } from './controls.ts';
import { type Runaway, runaway } from './model.ts';

/**
 * `runaway`; for a function of the reader's, which may be as long as a page, off the page's thread. The book's own are
 * answered at once, within a frame of a drag.
 */
export const runawayAway = (): Ask<RunawaySettings, Runaway> =>
  askWorker({
    start: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    names: ({ phi }) => [phi],
    patience: 300,
    here: (settings) => (findActivation(settings.phi).family === 'yours' ? null : runaway(settings)),
  });
