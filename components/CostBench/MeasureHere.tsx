import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readerActivations } from '../../src/activations/index.ts';
import type { Answer, Request } from '../../src/figure/answerPage.ts';
import { ownAmong } from '../../src/figure/ownAmong.ts';
import type { ViewProps } from '../../src/figure/widget.ts';
import type { controls } from './controls.ts';
import type { Timing, Wish } from './measure.ts';
import { type Bench, measuredBench, recordedBench, wishOf } from './model.ts';
import type { Question } from './worker.ts';

/** What the reader's browser measured, and for which settings. */
interface Measured {
  readonly wish: Wish;
  readonly timing: Timing;
}

/** The button that measures in the reader's own browser, in a worker; what it found stays until it is asked again. */
export function MeasureHere({ settings, show }: ViewProps<typeof controls, Bench>) {
  const [state, setState] = useState<'ready' | 'running' | string>('ready');
  const worker = useRef<Worker | null>(null);
  const [kept, keep] = useState<Measured | null>(null);
  const end = (): void => {
    worker.current?.terminate();
    worker.current = null;
  };
  useEffect(() => end, []);
  // Every change of settings computes the recorded picture anew, which the reader's own numbers replace at once.
  useLayoutEffect(() => {
    if (kept) show(measuredBench(kept.wish, kept.timing, wishOf(settings), settings.which));
  }, [kept, settings]);
  const stop = (why: string): void => {
    end();
    setState(why);
  };
  // Each measurement has a worker of its own: loops that have run on other arrays are slower.
  const measure = async (): Promise<void> => {
    setState('running');
    const wish = wishOf(settings);
    const own = await ownAmong(readerActivations().map(({ id }) => id));
    const fresh = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.current = fresh;
    fresh.onmessage = ({ data }: MessageEvent<Answer<Timing>>) => {
      stop(data.status === 'failed' ? data.message : 'ready');
      if (data.status !== 'failed') keep({ wish, timing: data.result });
    };
    fresh.onerror = (event) => stop(event.message || 'the measurement stopped');
    fresh.postMessage({ id: 0, question: { wish, own }, own: [] } satisfies Request<Question>);
  };
  const forget = (): void => {
    keep(null);
    show(recordedBench(wishOf(settings), settings.which));
  };
  const running = state === 'running';
  return (
    <p class="measure-here needs-script">
      <button
        type="button"
        class="btn"
        disabled={running}
        onClick={() => void measure().catch((error) => stop(error.message))}
      >
        {running ? 'Measuring …' : 'Measure in this browser'}
      </button>
      {kept && !running && (
        <button type="button" class="btn" onClick={forget}>
          Show the recorded times
        </button>
      )}
      <span role="status">{state !== 'ready' && !running ? `Not measured: ${state}.` : ''}</span>
    </p>
  );
}
