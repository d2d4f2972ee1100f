import type { ViewProps } from '../../src/figure/widget.ts';
import { draggedTo, type Held } from './dragLetter.ts';
import { flowArea } from './flowPanel.ts';
import type { Comparison } from './model.ts';
import { lettersOf } from './plane.ts';
import { type controls, type Slot, slots } from './settings.ts';

type Props = ViewProps<typeof controls, Comparison>;

const svgOf = (panels: HTMLElement, key: string): SVGSVGElement | null =>
  panels.querySelector(`[data-panel="${key}"] svg`);

/** Pointing at a layer looks into it; a network's point in the plane of variances can be dragged. */
export function interact(panels: HTMLElement, props: Props): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  const flow = svgOf(panels, 'flow');
  flow?.addEventListener('pointermove', (event) => lookInto(flow, event, props), { signal });
  flow?.addEventListener('pointerdown', (event) => lookInto(flow, event, props), { signal });
  const phase = svgOf(panels, 'phase');
  if (phase) dragPoints(phase, props, signal);
  stayInside(props);
  return () => ends.abort();
}

/** There is no layer beyond the last: the slider returns to it. */
function stayInside({ settings, set }: Props): void {
  if (settings.layer > settings.depth) set({ layer: settings.depth });
}

function lookInto(flow: SVGSVGElement, { clientX }: PointerEvent, { result, set }: Props): void {
  const { depth } = result.shape;
  const box = flow.getBoundingClientRect();
  const width = widthOf(flow);
  const { left, right } = flowArea(width);
  const along = (((clientX - box.left) / box.width) * width - left) / (width - right - left);
  const layer = Math.round(depth - Math.min(Math.max(along, 0), 1) * (depth - 1));
  if (layer !== result.layer) set({ layer });
}

/** A finger is 44 pixels wide: what lies this near counts as touched. */
const reach = 22;

/** The network whose letter is nearest to a pointer and within reach. */
function nearest(phase: SVGSVGElement, { clientX, clientY }: PointerEvent): Slot | null {
  const away = (slot: Slot): number => {
    const box = phase.querySelector(`.point-${slot}`)?.getBoundingClientRect();
    if (!box) return Number.POSITIVE_INFINITY;
    return Math.hypot(clientX - (box.left + box.right) / 2, clientY - (box.top + box.bottom) / 2);
  };
  const [first] = slots.map((slot) => [away(slot), slot] as const).sort(([a], [b]) => a - b);
  return first && first[0] <= reach ? first[1] : null;
}

/** The letter in the hand outlives the redraws that the drag causes. */
let held: Held | null = null;

/** A letter is taken with the pointer's distance from it, so that it moves by as much as the pointer does. */
function take(phase: SVGSVGElement, event: PointerEvent, comparison: Comparison): Held | null {
  const slot = nearest(phase, event);
  const letter = lettersOf(comparison, widthOf(phase)).find((one) => one.slot === slot);
  if (!letter) return null;
  const { sigmaW2, sigmaB2 } = letter;
  const from = [event.clientX, event.clientY] as const;
  return {
    slot: letter.slot,
    pointer: event.pointerId,
    figure: figureOf(phase),
    from,
    variances: [sigmaW2, sigmaB2],
  };
}

const figureOf = (svg: SVGSVGElement): Element | null => svg.closest('[data-widget]');
const widthOf = (svg: SVGSVGElement): number => svg.viewBox.baseVal.width;

function dragPoints(phase: SVGSVGElement, { result, set }: Props, signal: AbortSignal): void {
  const move = ({ pointerId, clientX, clientY }: PointerEvent): void => {
    if (held?.pointer !== pointerId || held.figure !== figureOf(phase)) return;
    const scale = widthOf(phase) / phase.getBoundingClientRect().width;
    const [dx, dy] = [(clientX - held.from[0]) * scale, (clientY - held.from[1]) * scale];
    // A touch that goes nowhere changes nothing.
    if (dx !== 0 || dy !== 0) set(draggedTo(held, [dx, dy], widthOf(phase)));
  };
  const stop = (): void => {
    held = null;
  };
  const down = (event: PointerEvent): void => {
    held = take(phase, event, result);
    if (held) event.preventDefault();
  };
  phase.addEventListener('pointerdown', down, { signal });
  // A finger on a letter drags it; elsewhere in the plane it scrolls the page.
  const hold = (event: TouchEvent): unknown => held && event.preventDefault();
  phase.addEventListener('touchstart', hold, { signal, passive: false });
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', stop, { signal });
  window.addEventListener('pointercancel', stop, { signal });
}
