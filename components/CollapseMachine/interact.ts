import type { ViewProps } from '../../src/figure/widget.ts';
import type { controls } from './controls.ts';
import type { Machine } from './model.ts';
import { GRIP, inputAt } from './pad.ts';

/**
 * The ring goes where the pen presses and follows while it is held; the root keeps the pointer while panels are redrawn. A
 * finger drags the ring when it begins on it, and sends it there by a tap: anything else scrolls the page.
 */
export function interact(
  panels: HTMLElement,
  { set }: Pick<ViewProps<typeof controls, Machine>, 'set'>,
): () => void {
  const square = (): Element | null => panels.querySelector('[data-panel="pad"] svg');
  const isOn = ({ target }: Event): boolean => square()?.contains(target as Node) ?? false;
  const follow = ({ clientX, clientY }: MouseEvent): void => {
    const box = square()!.getBoundingClientRect();
    set(inputAt(box.width, clientX - box.left, clientY - box.top));
  };
  const isOnRing = ({ clientX, clientY }: Pick<Touch, 'clientX' | 'clientY'>): boolean => {
    const ring = square()?.querySelector('.grip')?.getBoundingClientRect();
    if (!ring) return false;
    const [x, y] = [(ring.left + ring.right) / 2, (ring.top + ring.bottom) / 2];
    return Math.hypot(clientX - x, clientY - y) <= GRIP;
  };

  const ends = new AbortController();
  const listen = <K extends keyof HTMLElementEventMap>(
    type: K,
    heard: (event: HTMLElementEventMap[K]) => void,
  ): void => panels.addEventListener(type, heard, { signal: ends.signal, passive: false });
  listen('pointerdown', (event) => {
    if (!isOn(event) || (event.pointerType === 'touch' && !isOnRing(event))) return;
    panels.setPointerCapture(event.pointerId);
    follow(event);
  });
  listen('pointermove', (event) => {
    if (panels.hasPointerCapture(event.pointerId)) follow(event);
  });
  // Browsers do not ask a circle inside a drawing for its touch-action: the touch itself has to be kept from scrolling.
  listen('touchstart', (event) => {
    const [touch] = event.touches;
    if (touch && isOn(event) && isOnRing(touch)) event.preventDefault();
  });
  listen('click', (event) => {
    if (isOn(event)) follow(event);
  });
  return () => ends.abort();
}
