import type { AnyWidget, Frame, Layout, Panel } from './widget.ts';

/** A width at which the build draws a figure, and the class that shows it at the matching viewport. */
export interface Baked {
  readonly width: number;
  readonly className: string;
}

const narrow = { width: 358, className: 'at-narrow' };

/** The widths baked into the page per layout; `figure.css` holds the matching breakpoints. */
export const bakedWidths: Readonly<Record<Layout, readonly Baked[]>> = {
  text: [narrow, { width: 600, className: 'at-wide' }],
  wide: [narrow, { width: 576, className: 'at-mid' }, { width: 900, className: 'at-wide' }],
  full: [narrow, { width: 740, className: 'at-mid' }, { width: 1164, className: 'at-wide' }],
};

/** Narrower figures are drawn for a phone. */
export const phoneWidth = 480;

/** The frame of a figure at a width. The page holds a figure at several widths, so the ids inside carry theirs. */
export function frameAt(document: Document, id: string, width: number): Frame {
  return { document, id: `${id}-${width}`, width, phone: width < phoneWidth };
}

/** Puts panels side by side in a box that wraps; the same markup in the build and in the page. */
export function arrange(document: Document, panels: readonly Panel[]): HTMLElement[] {
  return panels.map((panel) => {
    const box = document.createElement('div');
    box.className = 'panel-box';
    box.setAttribute('data-panel', panel.key);
    const width = panel.svg.getAttribute('width');
    if (width) box.setAttribute('style', `width:${width}px`);
    for (const [className, text] of [
      ['panel-heading', panel.heading],
      ['axis-note', panel.axisNote],
    ] as const) {
      if (!text) continue;
      const line = document.createElement('p');
      line.className = className;
      line.textContent = text;
      box.append(line);
    }
    box.append(panel.svg);
    return box;
  });
}

/** The HTML of a result at every baked width of the widget's layout. */
export function bakePanels(document: Document, widget: AnyWidget, id: string, result: unknown): string {
  return bakedWidths[widget.layout]
    .map(({ width, className }) => {
      const panels = arrange(document, widget.draw(result, frameAt(document, id, width)));
      return `<div class="baked ${className}" style="--drawn:${width}">${panels.map((p) => p.outerHTML).join('')}</div>`;
    })
    .join('');
}
