import { hydrate, render } from 'preact';
import { registry } from '../activations/index.ts';
import { type FigureProps, FigureView } from './FigureView.tsx';
import { firstAnswer } from './firstAnswer.ts';
import { followOtherTabs, mayHaveOwn } from './ownPresence.ts';
import { checkSetting, defaults } from './settings.ts';
import { readUrl } from './urlState.ts';
import type { AnyWidget } from './widget.ts';

/** The reader's functions join the book's once per page, before the first figure computes. */
let joined: Promise<readonly string[]> | undefined;
const joinOwn = (): Promise<readonly string[]> => {
  followOtherTabs();
  joined ??= mayHaveOwn(location.search)
    ? import('./ownFunctions.ts').then(({ awakenOwn }) => awakenOwn(location.search))
    : Promise.resolve([]);
  return joined;
};

/** Wakes a figure that the build drew: same tree, now with handlers. Resolves when it is ready to be moved. */
export async function wake(root: HTMLElement, widget: AnyWidget): Promise<void> {
  const id = root.id;
  const arrived = await joinOwn();
  const start = { ...defaults(widget.controls), ...JSON.parse(root.dataset.set ?? '{}') };
  const link = readUrl(location.search, id, widget.controls);
  // The build drew the figure without the reader's functions: where it shows them unasked it is drawn anew.
  const more = widget.showsOwn !== undefined && registry.readers().length > 0;
  const first = more || Object.keys(link.settings).length > 0 ? { ...start, ...link.settings } : start;
  // What a link brings is said once, by the figure it is for.
  const addressed = location.hash === `#${id}` || Object.keys(link.settings).length + link.notices.length > 0;
  for (const [name, value] of Object.entries(first)) checkSetting(widget.controls[name], value);
  const away = typeof Worker === 'undefined' ? null : (widget.away?.() ?? null);
  const { result, rest } = await firstAnswer((part) => (away ? away(first, part) : widget.compute(first)));
  const props: FigureProps = {
    widget,
    id,
    number: root.dataset.number,
    start,
    first,
    firstResult: result,
    rest,
    away,
    notices: addressed ? [...arrived, ...link.notices] : [],
    baked: '',
    caption: root.querySelector('.caption')?.innerHTML ?? '',
    live: true,
    language: document.documentElement.lang,
  };
  const figure = <FigureView {...props} />;
  // Hydration takes controls as it finds them, at the author's values; a link's values need them made anew.
  if (first === start) hydrate(figure, root);
  else {
    root.replaceChildren();
    render(figure, root);
  }
  root.dataset.live = '';
}
