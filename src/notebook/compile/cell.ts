import { blankTypes } from './blank.ts';
import { globals } from './globals.ts';
import type { SyntaxNode } from './node.ts';
import { parseJavaScript } from './parse.ts';
import { Problem } from './problem.ts';
import { awaitsAtTop, boundBy, findAssigned, findFree, findScopes } from './scope.ts';

/** Names that the kernel gives to each cell anew: they know whose they are. */
export const cellNames: ReadonlySet<string> = new Set([
  'display',
  'view',
  'keep',
  'invalidation',
  'console',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
]);

/** A cell's text, read: what it declares, what it reads, and the JavaScript to run. */
export interface CompiledCell {
  /** An expression whose value is a function of `inputs`; the reader's first line is its second. */
  readonly code: string;
  /** Free names in order of appearance, each with the offset of its first use. */
  readonly references: ReadonlyMap<string, number>;
  /** Top-level names, each with the offset of its declaration. */
  readonly declarations: ReadonlyMap<string, number>;
  /** True for a lone expression that neither displays, views nor keeps by itself: its value is shown. */
  readonly shows: boolean;
}

/** Longest text of one cell, in characters; the page reads cells on its own thread. */
export const longestCell = 100_000;

/**
 * Reads one cell. Semantics of Observable notebooks: top-level names are the cell's outputs, free names its
 * inputs, a lone expression (with or without a semicolon) is shown. Throws a Problem.
 */
export function compileCell(text: string): CompiledCell {
  if (text.length > longestCell) {
    throw new Problem(
      'RangeError',
      `The cell has ${text.length} characters; at most ${longestCell} can run.`,
      0,
    );
  }
  const body = blankTypes(text);
  const program = parseJavaScript(body);
  refuseModules(program);
  const declarations = findDeclarations(program);
  const references = findReferences(program);
  const expression = loneExpression(program);
  const head = `(${awaitsAtTop(program) ? 'async ' : ''}function (${[...references.keys()].join(', ')}) {"use strict";`;
  const code = expression
    ? `${head} return (\n${onlyExpression(body, expression)}\n);})`
    : `${head}\n${body}\nreturn {${[...declarations.keys()].join(', ')}};})`;
  const showing = ['display', 'view', 'keep'].some((name) => references.has(name));
  return { code, references, declarations, shows: expression !== null && !showing };
}

function refuseModules(program: SyntaxNode): void {
  for (const { type, start } of program.body as SyntaxNode[]) {
    if (type === 'ImportDeclaration') {
      throw new Problem(
        'SyntaxError',
        'import is not available in a cell',
        start,
        'The book’s library is in scope already.',
      );
    }
    if (type.startsWith('Export')) {
      const hint = 'Every top-level name is visible to the other cells; leave the word out.';
      throw new Problem('SyntaxError', 'export is not available in a cell', start, hint);
    }
  }
}

function findDeclarations(program: SyntaxNode): Map<string, number> {
  const found = new Map<string, number>();
  for (const node of program.body as SyntaxNode[]) {
    const identifiers =
      node.type === 'VariableDeclaration'
        ? node.declarations.flatMap(({ id }: SyntaxNode) => boundBy(id))
        : /^(?:Function|Class)Declaration$/.test(node.type)
          ? [node.id]
          : [];
    for (const { name, start } of identifiers as SyntaxNode[]) {
      if (globals.has(name) || cellNames.has(name) || name === 'arguments') {
        throw new Problem(
          'SyntaxError',
          `${name} is built in and cannot be redefined`,
          start,
          'Choose another name.',
        );
      }
      found.set(name, start);
    }
  }
  return found;
}

function findReferences(program: SyntaxNode): Map<string, number> {
  const assigned = findAssigned(program);
  const found = new Map<string, number>();
  for (const node of findFree(program, findScopes(program))) {
    if (node.name === 'arguments') {
      throw new Problem('SyntaxError', 'arguments is not available at the top of a cell', node.start);
    }
    if (assigned.has(node)) {
      const hint = globals.has(node.name)
        ? 'What is built in cannot be changed.'
        : `If ${node.name} is new, declare it: const ${node.name} = …. If another cell defines it, only that cell may change it.`;
      throw new Problem(
        'SyntaxError',
        `${node.name} is assigned but not declared in this cell`,
        node.start,
        hint,
      );
    }
    if (!globals.has(node.name) && !found.has(node.name)) found.set(node.name, node.start);
  }
  return found;
}

/** The only statement of a program that is an expression, or null; empty statements do not count. */
function loneExpression(program: SyntaxNode): SyntaxNode | null {
  const statements = (program.body as SyntaxNode[]).filter(({ type }) => type !== 'EmptyStatement');
  const [only] = statements;
  // A directive such as "use strict" is a string expression and may be shown like any other.
  return statements.length === 1 && only?.type === 'ExpressionStatement' ? only : null;
}

/** The text with every semicolon outside the expression blanked, so that it can stand in brackets. */
function onlyExpression(body: string, statement: SyntaxNode): string {
  const before = body.slice(0, statement.start).replaceAll(';', ' ');
  const after = body.slice(statement.end).replaceAll(';', ' ');
  const own = body.slice(statement.start, statement.end).replace(/;$/, ' ');
  return before + own + after;
}
