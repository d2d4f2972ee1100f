// Taken before any cell can replace it. Called under another name, `eval` sees the global scope only.
// biome-ignore lint/security/noGlobalEval: running the reader's code is what this file is for
const evaluateGlobally = globalThis.eval;

/** The value of a script of the book's own. */
export const evaluateText = (text: string): unknown => evaluateGlobally(text);

/** The function that a cell's code stands for. Errors in it name their place as `cell/<id>.ts:line:column`. */
export function evaluate(code: string, cell: string): (...values: unknown[]) => unknown {
  return evaluateGlobally(`${code}\n//# sourceURL=cell/${cell}.ts`) as (...values: unknown[]) => unknown;
}
