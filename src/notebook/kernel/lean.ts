import type { Plugin } from 'vite';
import type { Cut } from './cut.ts';
import { languageCuts } from './languageCuts.ts';
import { plotCuts } from './plotCuts.ts';

// Plot takes one of the many; the bundler cannot know that the making of the others does nothing else.
const randomFile = /[\\/]d3-random[\\/]dist[\\/]d3-random\.mjs$/;
const asPure = (code: string): string =>
  code.replace(/^(var \w+ =) (?=\(function )/gm, '$1 /* @__PURE__ */ ');

function without(code: string, file: string, { from, to, put }: Cut): string {
  const start = code.indexOf(from);
  const end = start < 0 ? -1 : code.indexOf(to, start + from.length);
  if (end < 0)
    throw new Error(`internal: ${file} has no part from "${from}" to "${to}"; compare its version`);
  return code.slice(0, start) + put + code.slice(end);
}

/**
 * The text of a library's file as readers load it, or null when it stays as it is.
 * @throws when a part that should go is not there: the library was updated
 */
export function lean(code: string, file: string): string | null {
  if (randomFile.test(file)) return asPure(code);
  const cuts = [...languageCuts, ...plotCuts].find(([pattern]) => pattern.test(file))?.[1];
  return cuts?.reduce((text, cut) => without(text, file, cut), code) ?? null;
}

/** Leaves out of the readers' bundles what no cell needs of the libraries. */
export const leanLibraries: Plugin = {
  name: 'lean-libraries',
  transform: (code, id) => {
    const text = lean(code, id.split('?', 1)[0]!);
    return text === null ? null : { code: text, map: null };
  },
};
