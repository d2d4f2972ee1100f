import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import * as activations from '../../src/activations/index.ts';

/** Runs a cell of a chapter as it stands or changed as a reader would; returns what it displays, tables as their rows. */
export function runCell(chapter: string, name: string, change = (code: string): string => code): unknown[] {
  const file = new URL(`../../content/${chapter}/cells/${name}.ts`, import.meta.url);
  const code = stripTypeScriptTypes(change(readFileSync(file, 'utf8')));
  const shown: unknown[] = [];
  const library = {
    activations,
    Inputs: { table: (rows: unknown) => rows },
    Plot: { plot: () => 'chart', line: () => null },
    display: (value: unknown) => shown.push(value),
  };
  new Function(...Object.keys(library), code)(...Object.values(library));
  return shown;
}
