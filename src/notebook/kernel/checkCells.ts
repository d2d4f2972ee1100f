import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { type CellText, compileCell } from '../compile/index.ts';

const environment = fileURLToPath(new URL('./environment.d.ts', import.meta.url));
const runtime = fileURLToPath(new URL('./observable-runtime.d.ts', import.meta.url));

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  // Cells have no page and no Node in scope.
  lib: ['lib.esnext.d.ts', 'lib.esnext.disposable.d.ts'],
  types: [],
};

/** A fault of a cell's types, at a place of its text. */
export interface TypeFault {
  readonly cell: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The cells of a chapter: `content/<chapter>/cells/*.ts`. */
export function readCells(folder: string): CellText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => ({ id: file.slice(0, -3), text: ts.sys.readFile(join(folder, file)) ?? '' }));
}

/**
 * Checks the types of a chapter's cells together, as a reader would run them: each is a module of its own that sees the
 * library and what the other cells declare. Empty when all is well. Takes seconds: for tests and builds.
 */
export function checkCells(cells: readonly CellText[]): TypeFault[] {
  const folder = resolve('cells-under-check');
  const files = new Map(cells.map((cell) => [join(folder, `${cell.id}.ts`), moduleOf(cell, cells)] as const));
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile, readFile, directoryExists } = host;
  host.directoryExists = (path) => path === folder || (directoryExists?.(path) ?? true);
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = files.get(path);
    return text === undefined
      ? getSourceFile(path, version, ...rest)
      : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram([...files.keys(), environment, runtime], options, host);
  const found = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  for (const path of files.keys()) {
    const file = program.getSourceFile(path);
    found.push(...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file));
  }
  return found.map(faultOf);
}

/** The cell's text, then imports of the other cells' names (below, so that lines stay) and exports of its own. */
function moduleOf(cell: CellText, all: readonly CellText[]): string {
  const own = compileCell(cell.text);
  const imports = all.flatMap((other) => {
    if (other.id === cell.id) return [];
    const names = [...compileCell(other.text).declarations.keys()].filter((name) => own.references.has(name));
    return names.length > 0
      ? [`import { ${names.map((name) => `cell_${name}`).join(', ')} } from './${other.id}.ts';`]
      : [];
  });
  const values = all
    .filter((other) => other.id !== cell.id)
    .flatMap((other) => [...compileCell(other.text).declarations.keys()])
    .filter((name) => own.references.has(name))
    .map(
      (name) => `declare const ${name}: Awaited<typeof cell_${name}> extends infer V ? Follow<V> : never;`,
    );
  const follow = 'type Follow<V> = V extends Generator<infer T> | AsyncGenerator<infer T> ? T : V;';
  const exports = [...own.declarations.keys()].map((name) => `${name} as cell_${name}`).join(', ');
  return `${cell.text}\n;${imports.join('\n')}\n${values.length > 0 ? follow : ''}\n${values.join('\n')}\nexport { ${exports} };\n`;
}

function faultOf({ file, start, messageText }: ts.Diagnostic): TypeFault {
  const message = ts.flattenDiagnosticMessageText(messageText, '\n');
  if (!file || start === undefined) return { cell: '', line: 1, column: 1, message };
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const cell = file.fileName.split('/').at(-1)!.replace(/\.ts$/, '');
  return { cell, line: line + 1, column: character + 1, message };
}
