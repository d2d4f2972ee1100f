import type { ViewProps } from '../../src/figure/widget.ts';
import type { Comparison } from './model.ts';
import { phaseDomain } from './phasePanel.ts';
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
  const [along] = place(flow, event, { left: 66, right: 148, top: 14, bottom: 30 });
  const layer = Math.round(depth - along * (depth - 1));
  if (layer !== result.layer) set({ layer });
}

/** The point being dragged outlives the redraws that the drag causes. */
let dragged: Slot | null = null;

function dragPoints(phase: SVGSVGElement, { set }: Props, signal: AbortSignal): void {
  const move = (event: PointerEvent): void => {
    if (!dragged) return;
    const [x, y] = place(phase, event, { left: 26, right: 12, top: 8, bottom: 26 });
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
  for (const slot of slots) {
    const point = phase.querySelector<SVGElement>(`.point-${slot}`);
    point?.addEventListener(
      'pointerdown',
      (event) => {
        event.preventDefault();
        dragged = slot;
      },
      { signal },
    );
  }
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', stop, { signal });
  window.addEventListener('pointercancel', stop, { signal });
}
