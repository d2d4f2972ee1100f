import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The path of a program: the one that a variable names, alone; else the first of its names on the PATH; else the first
 * of the usual places.
 * @throws when the variable names no file
 */
export function findProgram(
  variable: string,
  names: readonly string[],
  places: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const named = env[variable];
  if (named && !existsSync(named))
    throw new Error(`invalid ${variable}: "${named}"; expected the path of a program`);
  if (named) return named;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places].find((path) =>
    existsSync(path),
  );
}
