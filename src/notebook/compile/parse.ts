import { tsPlugin } from '@sveltejs/acorn-typescript';
import { Parser } from 'acorn';
import type { SyntaxNode } from './node.ts';
import { Problem } from './problem.ts';

// The plugin's types are written for another copy of acorn's; only `parse` is used.
const TypeScriptParser = Parser.extend(tsPlugin() as unknown as Parameters<typeof Parser.extend>[0]);

const hints: readonly (readonly [RegExp, string])[] = [
  [
    /'return' outside of function/,
    'A cell is not a function: write the value as the last and only expression, or use display(…).',
  ],
  [/already been declared/, 'The cell declares this name twice; rename one of the two.'],
  [/Unterminated string/, 'A string starts here and its closing quote is missing.'],
  [/Unterminated template/, 'A template starts here and its closing backtick is missing.'],
  [/await/, '`await` works at the top of a cell and inside functions marked `async`.'],
];

function read(parser: Pick<typeof Parser, 'parse'>, text: string): SyntaxNode {
  try {
    return parser.parse(text, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      locations: true,
    }) as unknown as SyntaxNode;
  } catch (error) {
    if (!(error instanceof SyntaxError) || !('pos' in error)) {
      throw new Problem('SyntaxError', 'The cell is nested too deeply to be read.', 0);
    }
    const offset = Number(error.pos);
    const message = error.message.replace(/ \(\d+:\d+\)$/, '');
    throw new Problem('SyntaxError', describe(message, text, offset), offset, hintFor(message));
  }
}

function describe(message: string, text: string, offset: number): string {
  if (message !== 'Unexpected token') return message;
  const token = /^(?:[\w$]+|\S)/.exec(text.slice(offset))?.[0];
  return token ? `Unexpected ${token}` : 'The cell ends too early: a bracket or a value is missing';
}

const hintFor = (message: string): string | null =>
  hints.find(([pattern]) => pattern.test(message))?.[1] ?? null;

/** The syntax tree of a TypeScript module. Throws a Problem with the reader's offset. */
export const parseTypeScript = (text: string): SyntaxNode => read(TypeScriptParser, text);

/** The syntax tree of a JavaScript module. Throws a Problem with the reader's offset. */
export const parseJavaScript = (text: string): SyntaxNode => read(Parser, text);
