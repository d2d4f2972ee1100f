import { longestQuery } from './longestQuery.ts';
import { type Controls, checkSetting, defaults, SettingError, type Settings } from './settings.ts';

export interface FromUrl<C extends Controls> {
  readonly settings: Partial<Settings<C>>;
  /** One sentence per value that was refused. */
  readonly notices: readonly string[];
}

/**
 * Reads a figure's settings from a query: `?neuron-bench.w1=0.5`. A bare name (`?w1=0.5`) is taken too.
 * Values that are not possible are left out, each with a notice; nothing throws.
 */
export function readUrl<C extends Controls>(query: string, id: string, controls: C): FromUrl<C> {
  const settings: Record<string, unknown> = {};
  const notices: string[] = [];
  if (query.length > longestQuery) return { settings: {}, notices };
  for (const [key, value] of new URLSearchParams(query)) {
    const name = key.startsWith(`${id}.`) ? key.slice(id.length + 1) : key;
    const control = Object.hasOwn(controls, name) ? controls[name] : undefined;
    if (!control) {
      if (name !== key) notices.push(`This figure has no setting “${name.slice(0, 30)}”; it was ignored.`);
      continue;
    }
    try {
      settings[name] = checkSetting(control, value);
    } catch (error) {
      if (!(error instanceof SettingError)) throw error;
      notices.push(`${error.message}. The usual value is shown instead.`);
    }
  }
  return { settings: settings as Partial<Settings<C>>, notices };
}

/** The query that brings another reader to these settings: only what differs from the author's start, sorted. */
export function writeUrl<C extends Controls>(
  id: string,
  controls: C,
  settings: Settings<C>,
  usual: Settings<C> = defaults(controls),
): string {
  const query = new URLSearchParams();
  for (const name of Object.keys(controls).sort()) {
    if (settings[name] !== usual[name]) query.set(`${id}.${name}`, String(settings[name]));
  }
  return query.toString();
}
