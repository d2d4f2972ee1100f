import { useEffect, useRef, useState } from 'preact/hooks';

/** Milliseconds without an answer after which a figure says that it is at work. */
const patience = 150;

interface Props {
  /** What is being computed; empty when nothing is. */
  readonly text: string;
  /** Whether the picture is of other settings than the controls. */
  readonly stale: boolean;
  /** What the picture shows. */
  readonly result: unknown;
}

/** Says under the finding what is being computed, and has what does not belong to the controls any more fade. */
export function Computing({ text, stale, result }: Props) {
  const line = useRef<HTMLParagraphElement>(null);
  const [late, setLate] = useState(false);
  const busy = text !== '';
  // Each picture of a drag starts the wait anew: one that follows the hand is not late. More of the same picture does not.
  const since = stale ? result : busy;
  useEffect(() => {
    setLate(false);
    if (!busy) return;
    const wait = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(wait);
  }, [since]);
  const shown = busy && late;
  const faded = shown && stale;
  useEffect(() => {
    const figure = line.current?.closest('[data-widget]');
    if (shown) figure?.setAttribute('aria-busy', 'true');
    else figure?.removeAttribute('aria-busy');
    figure?.toggleAttribute('data-stale', faded);
  }, [shown, faded]);
  return (
    <p class="computing" ref={line}>
      {shown ? text : ''}
    </p>
  );
}
