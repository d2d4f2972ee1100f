import { useEffect, useRef, useState } from 'preact/hooks';
import type { ViewProps } from '../../src/figure/widget.ts';
import { isWorking } from './away.ts';
import type { controls } from './controls.ts';
import { activationOf, type Runaway } from './model.ts';

/** Milliseconds without an answer after which the figure says that it is at work. */
const patience = 150;

/** Says under the finding that a function of the reader's is being worked out, and fades the picture of other settings. */
export function Computing({ settings, result }: ViewProps<typeof controls, Runaway>) {
  const line = useRef<HTMLParagraphElement>(null);
  const [late, setLate] = useState(false);
  const stale = isStale(settings, result) && isWorking();
  useEffect(() => {
    setLate(false);
    if (!stale) return;
    const wait = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(wait);
  }, [stale, result]);
  const shown = stale && late;
  useEffect(() => {
    const figure = line.current?.closest('[data-widget]');
    if (shown) figure?.setAttribute('aria-busy', 'true');
    else figure?.removeAttribute('aria-busy');
    figure?.toggleAttribute('data-stale', shown);
  }, [shown]);
  return (
    <p class="computing" ref={line}>
      {shown ? `Computing ${activationOf({ spec: settings.phi }).label}` : ''}
    </p>
  );
}

/** Whether the picture is of other settings than those of the controls. */
export function isStale(settings: Runaway['settings'], { settings: drawn }: Runaway): boolean {
  const asked = { ...settings, depth: Math.round(settings.depth) };
  return JSON.stringify(asked) !== JSON.stringify({ ...asked, ...drawn });
}
