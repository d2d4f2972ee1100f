import type { Definition, Failure } from '../protocol.ts';
import { type CompiledCell, cellNames, compileCell } from './cell.ts';
import { globals, missing } from './globals.ts';
import { failureOf, Problem } from './problem.ts';
import { suggest } from './suggest.ts';

/** A cell as its author or reader wrote it. */
export interface CellText {
  /** Letters, digits, `-` and `_`; unique in the chapter. */
  readonly id: string;
  readonly text: string;
}

/** A cell among its neighbours; everything of a `Definition` that the texts decide. */
export interface LinkedCell extends Omit<Definition, 'run' | 'controls'> {
  /** Cells that this one reads, directly. */
  readonly reads: readonly string[];
}

type Read =
  | { readonly cell: CompiledCell; readonly problem: null }
  | { readonly cell: null; readonly problem: Failure };

/** Compiles the cells of one chapter together; remembers texts, so that one edit costs one compilation. */
export class Compiler {
  private readonly cache = new Map<string, Read>();
  private readonly library: ReadonlySet<string>;

  /** `library` is every name in scope that is neither JavaScript's nor a cell's. */
  constructor(library: Iterable<string>) {
    this.library = new Set(library);
  }

  /** Links the cells of a chapter. Errors do not throw: they are the `problem` of their cells alone. */
  link(cells: readonly CellText[]): LinkedCell[] {
    const read = new Map(cells.map((cell) => [cell.id, this.read(cell.text)] as const));
    const definers = definersOf(cells, read);
    const links = new Map(cells.map(({ id }) => [id, readsOf(id, read.get(id)!, definers)] as const));
    return cells.map(({ id, text }) => {
      const { cell, problem } = read.get(id)!;
      const outputs = cell ? [...cell.declarations.keys()] : guessedNames(text);
      if (!cell) return { ...empty(id, outputs), problem };
      const found =
        twice(id, cell, definers) ??
        cycle(id, cell, links, definers) ??
        this.unknown(cell, [...definers.keys()]);
      if (found) return { ...empty(id, outputs), problem: failureOf(text, found), reads: links.get(id)! };
      const inputs = [...cell.references.keys()];
      return {
        cell: id,
        code: cell.code,
        inputs,
        outputs,
        shows: cell.shows,
        problem: null,
        reads: links.get(id)!,
      };
    });
  }

  private read(text: string): Read {
    const known = this.cache.get(text);
    if (known) return known;
    const read = readCell(text);
    // Texts of a long editing session need not all be kept.
    if (this.cache.size > 200) this.cache.clear();
    this.cache.set(text, read);
    return read;
  }

  private unknown(cell: CompiledCell, defined: readonly string[]): Problem | null {
    for (const [name, offset] of cell.references) {
      if (defined.includes(name) || this.library.has(name) || cellNames.has(name)) continue;
      const close = suggest(name, [
        ...defined,
        ...cell.declarations.keys(),
        ...this.library,
        ...cellNames,
        ...globals,
      ]);
      const hint =
        missing.get(name) ?? (close ? `Did you mean ${close}?` : `No cell of this chapter defines ${name}.`);
      return new Problem('ReferenceError', `${name} is not defined`, offset, hint);
    }
    return null;
  }
}

function readCell(text: string): Read {
  try {
    return { cell: compileCell(text), problem: null };
  } catch (error) {
    const problem =
      error instanceof Problem ? error : new Problem('SyntaxError', 'The cell cannot be read.', 0);
    return { cell: null, problem: failureOf(text, problem) };
  }
}

const empty = (cell: string, outputs: readonly string[]): LinkedCell => ({
  cell,
  code: '',
  inputs: [],
  outputs,
  shows: false,
  problem: null,
  reads: [],
});

/** What a cell that cannot be read seems to define, so that its readers wait for it instead of failing. */
function guessedNames(text: string): string[] {
  const heads = text.matchAll(/^(?:const|let|var|class|(?:async\s+)?function\s*\*?)\s+([\w$]+)/gm);
  return [...new Set([...heads].map((match) => match[1]!))];
}

type Definers = ReadonlyMap<string, readonly string[]>;

function definersOf(cells: readonly CellText[], read: ReadonlyMap<string, Read>): Definers {
  const definers = new Map<string, string[]>();
  for (const { id, text } of cells) {
    const names = read.get(id)!.cell?.declarations.keys() ?? guessedNames(text);
    for (const name of names) definers.set(name, [...(definers.get(name) ?? []), id]);
  }
  return definers;
}

function readsOf(id: string, { cell }: Read, definers: Definers): string[] {
  const reads = new Set<string>();
  for (const name of cell?.references.keys() ?? [])
    for (const other of definers.get(name) ?? []) reads.add(other);
  reads.delete(id);
  return [...reads];
}

function twice(id: string, cell: CompiledCell, definers: Definers): Problem | null {
  for (const [name, offset] of cell.declarations) {
    const others = definers.get(name)!.filter((other) => other !== id);
    if (others.length === 0) continue;
    const hint = `Cell ${others.join(', ')} defines ${name} as well; rename one of them.`;
    return new Problem('SyntaxError', `${name} is defined more than once`, offset, hint);
  }
  return null;
}

function cycle(
  id: string,
  cell: CompiledCell,
  links: ReadonlyMap<string, readonly string[]>,
  definers: Definers,
): Problem | null {
  const path = pathBetween(id, id, links);
  if (!path) return null;
  const name = [...cell.references.keys()].find((reference) => definers.get(reference)?.includes(path[1]!));
  const hint = `${path.join(' reads ')}: take one of these links away.`;
  return new Problem(
    'ReferenceError',
    `circular definition: ${name} depends on this cell`,
    cell.references.get(name!)!,
    hint,
  );
}

/** A shortest way along the links from one cell to another, at least one link long; null when there is none. */
function pathBetween(
  from: string,
  to: string,
  links: ReadonlyMap<string, readonly string[]>,
): string[] | null {
  let paths = [[from]];
  const seen = new Set<string>();
  while (paths.length > 0) {
    const longer: string[][] = [];
    for (const path of paths) {
      for (const next of links.get(path.at(-1)!) ?? []) {
        if (next === to) return [...path, next];
        if (!seen.has(next)) longer.push([...path, next]);
        seen.add(next);
      }
    }
    paths = longer;
  }
  return null;
}
