import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readerActivations } from '../../src/activations/index.ts';
import type { OwnFunction } from '../../src/figure/ownFunctions.ts';
import type { ViewProps } from '../../src/figure/widget.ts';
import type { controls } from './controls.ts';
import type { Timing, Wish } from './measure.ts';
import { type Bench, measuredBench, recordedBench, wishOf } from './model.ts';
import type { Answer, Request } from './worker.ts';

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
    if (kept) show(measuredBench(kept.wish, kept.timing, wishOf(settings)));
  }, [kept, settings]);
  const measure = async (): Promise<void> => {
    end();
    setState('running');
    const wish = wishOf(settings);
    const own = await ownToMeasure();
    const fresh = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.current = fresh;
    fresh.onmessage = ({ data }: MessageEvent<Answer>) => {
      end();
      setState(data.status === 'done' ? 'ready' : data.message);
      if (data.status === 'done') keep({ wish, timing: data.timing });
    };
    fresh.onerror = (event) => {
      end();
      setState(event.message || 'the measurement stopped');
    };
    fresh.postMessage({ wish, own } satisfies Request);
  };
  const forget = (): void => {
    keep(null);
    show(recordedBench(wishOf(settings)));
  };
  const running = state === 'running';
  return (
    <p class="measure-here needs-script">
      <button type="button" class="btn" disabled={running} onClick={() => void measure()}>
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

/** The reader's own functions; most readers have none, and need no parser. */
async function ownToMeasure(): Promise<readonly OwnFunction[]> {
  if (readerActivations().length === 0) return [];
  return (await import('../../src/figure/ownFunctions.ts')).presentOwn();
}
