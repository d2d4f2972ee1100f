import { useEffect, useRef } from 'preact/hooks';

/**
 * A title says what is seen now, and may need a line more or less while a slider is held. The picture and the slider must
 * not move under the hand: the head keeps its height until the hand lets go (a longer title reaches up into the gap above
 * the figure), and does not become lower again afterwards.
 */
export function useSteadyHead(live: boolean) {
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => (live ? steady(head.current!) : undefined), [live]);
  return head;
}

function steady(head: HTMLElement): () => void {
  const { style } = head;
  const over = new AbortController();
  const hold = (): void => {
    if (style.height === '') style.height = `${head.getBoundingClientRect().height}px`;
  };
  const release = (): void => {
    if (style.height === '') return;
    style.height = '';
    style.minHeight = `${head.getBoundingClientRect().height}px`;
  };
  const reset = (): void => {
    style.minHeight = '';
  };
  for (const type of ['pointerdown', 'keydown'])
    head.parentElement!.addEventListener(type, hold, { signal: over.signal, passive: true });
  for (const type of ['pointerup', 'pointercancel', 'keyup', 'blur'])
    addEventListener(type, release, { signal: over.signal, passive: true });
  addEventListener('resize', reset, { signal: over.signal, passive: true });
  return () => over.abort();
}
