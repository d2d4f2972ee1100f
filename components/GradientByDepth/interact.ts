import type { ViewProps } from '../../src/figure/widget.ts';
import { flowArea } from './flowPanel.ts';
import type { Comparison } from './model.ts';
import { phaseArea, phaseDomain } from './phasePanel.ts';
import { type controls, type Slot, slots } from './settings.ts';

type Props = ViewProps<typeof controls, Comparison>;

/** The plotting area of a panel's SVG, in its own pixels. */
interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where along an area a pointer is, 0…1 from the left and from the bottom. */
function place(svg: SVGSVGElement, { clientX, clientY }: PointerEvent, area: Area): [number, number] {
  const box = svg.getBoundingClientRect();
  const [width, height] = [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height];
  const x = ((clientX - box.left) / box.width) * width;
  const y = ((clientY - box.top) / box.height) * height;
  const within = (v: number): number => Math.min(Math.max(v, 0), 1);
  return [
    within((x - area.left) / (width - area.right - area.left)),
    within((height - area.bottom - y) / (height - area.bottom - area.top)),
  ];
}

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
  return () => ends.abort();
}

function lookInto(flow: SVGSVGElement, event: PointerEvent, { result, set }: Props): void {
  const { depth } = result.shape;
  const [along] = place(flow, event, flowArea(flow.viewBox.baseVal.width));
  const layer = Math.round(depth - along * (depth - 1));
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

/** The point being dragged outlives the redraws that the drag causes. */
let dragged: Slot | null = null;

function dragPoints(phase: SVGSVGElement, { result, set }: Props, signal: AbortSignal): void {
  const move = (event: PointerEvent): void => {
    if (!dragged) return;
    const [x, y] = place(phase, event, phaseArea(result));
    const sigmaW2 = Math.max(0.01, x * phaseDomain.sigmaW2[1]);
    const sigmaB2 = y * phaseDomain.sigmaB2[1];
    set({
      [`${dragged}_init`]: 'custom',
      [`${dragged}_sigmaW`]: Math.round(100 * Math.sqrt(sigmaW2)) / 100,
      [`${dragged}_sigmaB`]: Math.round(100 * Math.sqrt(sigmaB2)) / 100,
    });
  };
  const stop = (): void => {
    dragged = null;
  };
  phase.addEventListener(
    'pointerdown',
    (event) => {
      dragged = nearest(phase, event);
      if (dragged) event.preventDefault();
    },
    { signal },
  );
  // A finger on a letter drags it; elsewhere in the plane it scrolls the page.
  phase.addEventListener('touchstart', (event) => dragged && event.preventDefault(), {
    signal,
    passive: false,
  });
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', stop, { signal });
  window.addEventListener('pointercancel', stop, { signal });
}
