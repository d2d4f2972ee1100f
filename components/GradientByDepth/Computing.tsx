import { useEffect, useRef, useState } from 'preact/hooks';
import type { ViewProps } from '../../src/figure/widget.ts';
import type { Comparison } from './model.ts';
import { type controls, type DepthSettings, settingsOf } from './settings.ts';

/** Milliseconds without an answer after which the figure says that it is at work. */
const patience = 150;

/** Whether a result is what the controls ask for, in part or in full. */
export function answers({ shape, seeds, layer, networks }: Comparison, settings: DepthSettings): boolean {
  const { depth, width, batch, loss } = settings;
  const asked = [{ depth, width, batch, loss }, settings.seeds, Math.min(settings.layer, depth)];
  const shown = [shape, seeds, layer].map((part) => JSON.stringify(part));
  return (
    asked.every((part, i) => JSON.stringify(part) === shown[i]) &&
    JSON.stringify(settingsOf(settings)) === JSON.stringify(networks.map(({ setting }) => setting))
  );
}

/** How far the networks are, while they are not all there; and whether what is drawn is still of other settings. */
export function workOf(result: Comparison, settings: DepthSettings): { text: string; stale: boolean } | null {
  const stale = !answers(result, settings);
  if (!stale && !result.progress) return null;
  const { done, of } = (!stale && result.progress) || {
    done: 0,
    of: settings.seeds * Number(settings.count),
  };
  return { text: `Computing, ${done} of ${of} ${of === 1 ? 'network' : 'networks'}`, stale };
}

/** Says under the finding that networks are being computed, and fades what does not belong to the controls any more. */
export function Computing({ settings, result }: ViewProps<typeof controls, Comparison>) {
  const line = useRef<HTMLParagraphElement>(null);
  const [late, setLate] = useState(false);
  const work = workOf(result, settings);
  const busy = work !== null;
  // Each picture of a drag starts the wait anew: one that follows the hand is not late. More of the same picture does not.
  const since = work?.stale ? result : busy;
  useEffect(() => {
    setLate(false);
    if (!busy) return;
    const wait = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(wait);
  }, [since]);
  const shown = busy && late;
  const stale = shown && work.stale;
  useEffect(() => {
    const figure = line.current?.closest('[data-widget]');
    if (shown) figure?.setAttribute('aria-busy', 'true');
    else figure?.removeAttribute('aria-busy');
    figure?.toggleAttribute('data-stale', stale);
  }, [shown, stale]);
  return (
    <p class="computing" ref={line}>
      {shown ? work.text : ''}
    </p>
  );
}
