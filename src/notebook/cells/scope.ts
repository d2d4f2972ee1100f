import { Compiler } from '../compile/index.ts';
import type { ScopeName } from '../editor/index.ts';
import type { Notebook } from '../host/index.ts';
import { cellNameDocs, libraryNames } from '../library/names.ts';

const compiler = new Compiler(Object.keys(libraryNames));

/** What a reader may write in a cell: the names of the other cells, the book's library, and what each cell gets anew. */
export function namesInScope(notebook: Notebook, cell: string): ScopeName[] {
  const others = compiler.link(notebook.texts()).filter((other) => other.cell !== cell);
  const theirs = others.flatMap(({ cell, outputs }) =>
    outputs.map((name) => ({ name, detail: `${cell}.ts`, documentation: '' })),
  );
  const documented = Object.entries({ ...libraryNames, ...cellNameDocs });
  return [...theirs, ...documented.map(([name, documentation]) => ({ name, detail: '', documentation }))];
}

/** The members of a library name, with types and documentation; loaded once, when first asked for. */
export async function membersOf(owner: string): Promise<readonly ScopeName[]> {
  const { default: api } = await import('virtual:notebook-api');
  return api[owner] ?? [];
}
