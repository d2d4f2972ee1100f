import type { ViewProps } from '../../src/figure/widget.ts';
import type { controls } from './controls.ts';
import type { Drawn } from './model.ts';
import { handleAt } from './sheet.ts';

type Touch = ReturnType<typeof handleAt>;

/** The last handle of a stroke under way; it outlives the redraws that the stroke causes. */
let stroke: Touch | null = null;

/** Draws with pointer, finger or pen: every handle passed gets the height at which the stroke passed it. */
export function interact(panels: HTMLElement, { set }: ViewProps<typeof controls, Drawn>): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  const svg = panels.querySelector<SVGSVGElement>('[data-panel="slope"] svg');
  const at = (event: PointerEvent): Touch => {
    const box = svg!.getBoundingClientRect();
    const [width, height] = [svg!.viewBox.baseVal.width, svg!.viewBox.baseVal.height];
    const scale = width / box.width;
    return handleAt((event.clientX - box.left) * scale, (event.clientY - box.top) * scale, width, height);
  };
  const draw = (touch: Touch): void => {
    const change = passed(stroke ?? touch, touch);
    stroke = touch;
    set(change);
  };
  svg?.addEventListener(
    'pointerdown',
    (event) => {
      event.preventDefault();
      draw(at(event));
    },
    { signal },
  );
  window.addEventListener('pointermove', (event) => stroke && svg && draw(at(event)), { signal });
  for (const type of ['pointerup', 'pointercancel'] as const) {
    window.addEventListener(
      type,
      () => {
        stroke = null;
      },
      { signal },
    );
  }
  return () => ends.abort();
}

/** Heights for the handles from one touch to the next, on a straight line between them. */
export function passed(from: Touch, to: Touch): Record<string, number> {
  const steps = Math.max(1, Math.abs(to.index - from.index));
  return Object.fromEntries(
    Array.from({ length: steps }, (_, k) => {
      const t = (k + 1) / steps;
      const index = Math.round(from.index + t * (to.index - from.index));
      return [`p${index}`, from.value + t * (to.value - from.value)];
    }),
  );
}
