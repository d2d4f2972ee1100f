import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { morphChildren } from './morph.ts';
import { arrange, frameAt } from './panels.ts';
import type { AnyWidget, Controls, ViewProps } from './widget.ts';

interface Props {
  readonly widget: AnyWidget;
  readonly id: string;
  readonly result: unknown;
  readonly moves: number;
  /** True when the first settings are not the ones the build drew. */
  readonly moved: boolean;
  readonly html: string;
  readonly live: boolean;
  readonly view: ViewProps<Controls, unknown>;
  readonly box: { current: HTMLElement | null };
}

/**
 * The drawn panels. What the build drew stays until something moves, the width changes after that, or the widget wants
 * to be touched directly; then the panels are drawn at the width they really have.
 */
export function Panels({ widget, id, result, moves, moved, html, live, view, box }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const redraw = live && (moves > 0 || moved || widget.interact !== undefined);

  useEffect(() => {
    box.current = root.current;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    watch.observe(root.current!);
    return () => watch.disconnect();
  }, [box]);

  useLayoutEffect(() => {
    const element = root.current!;
    if (!redraw) return;
    const now = width || Math.round(element.getBoundingClientRect().width);
    // Hidden for the moment: nothing can be drawn, and the observer will call again.
    if (now === 0) return;
    // Paper has another width, and nothing is drawn anew for it.
    element.style.setProperty('--drawn', String(now));
    const panels = arrange(document, widget.draw(result, frameAt(document, id, now)));
    // What the build drew is there once for every width and goes away as a whole.
    if (element.querySelector('.baked')) element.replaceChildren(...panels);
    else morphChildren(element, panels);
    return widget.interact?.(element, view);
  }, [redraw, result, width]);

  return <Fixed html={html} root={root} />;
}

const Fixed = ({ html, root }: { html: string; root: { current: HTMLDivElement | null } }) => (
  <div class="panels" ref={root} dangerouslySetInnerHTML={{ __html: html }} />
);
