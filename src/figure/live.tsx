import { hydrate } from 'preact';
import { type FigureProps, FigureView } from './FigureView.tsx';
import { checkSetting, defaults } from './settings.ts';
import { readUrl } from './urlState.ts';
import type { AnyWidget } from './widget.ts';

/** Wakes a figure that the build drew: same tree, now with handlers. Resolves when it is ready to be moved. */
export async function wake(root: HTMLElement, widget: AnyWidget): Promise<void> {
  const id = root.id;
  const start = { ...defaults(widget.controls), ...JSON.parse(root.dataset.set ?? '{}') };
  const link = readUrl(location.search, id, widget.controls);
  const first = Object.keys(link.settings).length > 0 ? { ...start, ...link.settings } : start;
  for (const [name, value] of Object.entries(first)) checkSetting(widget.controls[name], value);
  const props: FigureProps = {
    widget,
    id,
    number: root.dataset.number,
    start,
    first,
    firstResult: await widget.compute(first),
    notices: link.notices,
    baked: '',
    caption: '',
    live: true,
    language: document.documentElement.lang,
  };
  hydrate(<FigureView {...props} />, root);
  root.dataset.live = '';
}
