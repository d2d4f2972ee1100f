import type { Controls, SettingValue } from './settings.ts';

/** `Seed of the networks: 1`, `Seeds of the networks: 1 to 5`: `count` ≥ 1 seeds in a row, from `first`. */
export const seedsInARow = (what: string, first: number, count: number): string =>
  count === 1 ? `Seed of ${what}: ${first}` : `Seeds of ${what}: ${first} to ${first + count - 1}`;

/**
 * The seeds behind a picture, for a page that shows no controls: without scripts, and on paper. Of the controls in force
 * that are seeds, or count what has seeds; empty where chance has no part.
 */
export function seedText(controls: Controls, values: Readonly<Record<string, SettingValue>>): string {
  return Object.entries(controls)
    .filter(([, control]) => control.when?.(values) ?? true)
    .flatMap(([name, control]) => {
      const value = Number(values[name]);
      if (control.kind === 'seed') return `${control.seeds?.(value) ?? `${control.label}: ${value}`}.`;
      return control.kind === 'range' && control.seeds ? `${control.seeds(value)}.` : [];
    })
    .join(' ');
}
