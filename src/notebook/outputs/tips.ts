import type { ChartTip } from '../protocol.ts';
import { element } from './element.ts';

/** How near the pointer must be, in pixels of the drawing; Plot's own radius. */
const reach = 40;

/** The `<title>` texts of a drawing, each with the element it belongs to. */
function titled(root: Element): { node: Element; text: string }[] {
  return [...root.querySelectorAll('title')]
    .filter((title) => title.parentElement !== root && title.textContent)
    .map((title) => ({ node: title.parentElement!, text: title.textContent! }));
}

/** The drawing itself: the signs of a legend, which are drawings too, stand before it. */
function drawingOf(chart: Element): SVGSVGElement | undefined {
  return [...chart.querySelectorAll('svg')].filter((svg) => !svg.parentElement!.closest('svg')).at(-1);
}

/**
 * Shows what a chart's points say: of the nearest point on hover, of one after the other with the arrow keys. The text
 * is announced; Escape hides it.
 */
export function addTips(chart: HTMLElement, tips: readonly ChartTip[]): void {
  const { ownerDocument: document } = chart;
  const svg = drawingOf(chart);
  if (!svg || (tips.length === 0 && titled(svg).length === 0)) return;
  const box = element(document, 'div', { class: 'out-tip', role: 'status', hidden: true });
  let points: readonly ChartTip[] | null = null;
  let at = -1;
  const all = (): readonly ChartTip[] => {
    points ??= [...tips, ...titledTips(svg)].sort((a, b) => a.x - b.x || a.y - b.y);
    return points;
  };
  const show = (i: number): void => {
    at = i;
    const tip = all()[i];
    box.hidden = !tip;
    if (tip) place(box, tip, svg, chart);
  };
  chart.append(box);
  chart.setAttribute('tabindex', '0');
  chart.setAttribute('role', 'group');
  chart.setAttribute('aria-label', 'Chart. Arrow keys go from point to point.');
  svg.addEventListener('pointermove', (event) => show(nearest(all(), svg, event)));
  svg.addEventListener('pointerleave', () => show(-1));
  chart.addEventListener('blur', () => show(-1));
  chart.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') show(-1);
    if (step === undefined) return;
    event.preventDefault();
    const { length } = all();
    show(at < 0 ? (step > 0 ? 0 : length - 1) : (at + step + length) % length);
  });
}

function titledTips(svg: SVGSVGElement): ChartTip[] {
  const drawn = svg.getBoundingClientRect();
  const scale = scaleOf(svg);
  return titled(svg).map(({ node, text }) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    const [x, y] = [left + width / 2 - drawn.left, top + height / 2 - drawn.top];
    return { x: x / scale, y: y / scale, lines: text.split('\n') };
  });
}

/** Pixels on the screen per pixel of the drawing. */
function scaleOf(svg: SVGSVGElement): number {
  const width = Number(svg.getAttribute('width'));
  return width > 0 ? svg.getBoundingClientRect().width / width || 1 : 1;
}

function nearest(tips: readonly ChartTip[], svg: SVGSVGElement, event: PointerEvent): number {
  const { left, top } = svg.getBoundingClientRect();
  const scale = scaleOf(svg);
  let best = -1;
  let least = reach;
  for (const [i, { x, y }] of tips.entries()) {
    const distance = Math.hypot((event.clientX - left) / scale - x, (event.clientY - top) / scale - y);
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}

function place(box: HTMLElement, { x, y, lines }: ChartTip, svg: SVGSVGElement, chart: HTMLElement): void {
  const { ownerDocument: document } = box;
  box.replaceChildren(...lines.map((line) => element(document, 'div', {}, line)));
  const [outer, inner] = [chart.getBoundingClientRect(), svg.getBoundingClientRect()];
  const scale = scaleOf(svg);
  const left = Math.max(0, Math.min(inner.left - outer.left + x * scale + 12, outer.width - box.offsetWidth));
  const point = inner.top - outer.top + y * scale;
  const below = point + 12;
  // Where there is no room below the point, above it; a part of the chart that scrolls would cut it off.
  const top = below + box.offsetHeight > outer.height ? Math.max(0, point - 12 - box.offsetHeight) : below;
  box.style.setProperty('left', `${left}px`);
  box.style.setProperty('top', `${top}px`);
}
