import { registry } from '../activations/index.ts';
import { longestQuery } from './longestQuery.ts';
import { isOwnId } from './ownIds.ts';
import type { Settings } from './settings.ts';
import { writeUrl } from './urlState.ts';
import type { AnyWidget, Controls } from './widget.ts';

/** Why a figure has no link: its settings and functions are longer than an address may be. */
export class LongLink extends Error {
  override name = 'LongLink';
}

/**
 * The query and fragment that show another reader a figure as it stands, with the functions of our own that it uses; where
 * it shows all of them, with as many as fit.
 * @throws LongLink when the functions chosen in the figure make it longer than `longestQuery`.
 */
export async function shareLink(
  id: string,
  widget: AnyWidget,
  settings: Settings<Controls>,
  start: Settings<Controls>,
): Promise<string> {
  const parameters = new URLSearchParams(writeUrl(id, widget.controls, settings, start));
  const chosen = Object.values(settings);
  const all = widget.showsOwn?.(settings) ? registry.readers().map((own) => own.id) : [];
  if (all.length > 0 || chosen.some(isOwnId)) {
    const { linkOwn } = await import('./ownFunctions.ts');
    const needed = linkOwn(chosen);
    for (const [name, value] of needed) parameters.set(name, value);
    // A figure wakes for a setting of its own.
    const [first] = Object.keys(widget.controls);
    if (first && parameters.size === needed.length) parameters.set(`${id}.${first}`, String(settings[first]));
    for (const [name, value] of linkOwn(all)) {
      const more = new URLSearchParams([...parameters, [name, value]]);
      if (more.toString().length < longestQuery) parameters.set(name, value);
    }
  }
  const query = parameters.toString();
  if (query.length >= longestQuery) {
    throw new LongLink(`invalid link: ${query.length} characters; expected fewer than ${longestQuery}`);
  }
  return `${query && '?'}${query}#${id}`;
}
