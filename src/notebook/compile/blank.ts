import { childrenOf, type SyntaxNode } from './node.ts';
import { parseTypeScript } from './parse.ts';
import { Problem } from './problem.ts';

const unsupported: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  TSEnumDeclaration: [
    'enum is not available in a cell',
    'Use a constant object: const Colour = { red: 0 } as const.',
  ],
  TSModuleDeclaration: ['namespace is not available in a cell', 'Use a constant object instead.'],
  TSParameterProperty: [
    'a constructor parameter cannot declare a property in a cell',
    'Declare the field in the class and assign it in the constructor.',
  ],
  TSImportEqualsDeclaration: ['import is not available in a cell', 'The book’s library is in scope already.'],
  TSExportAssignment: [
    'export is not available in a cell',
    'Every top-level name is visible to the other cells.',
  ],
  Decorator: ['decorators are not available in a cell', 'Call the function yourself.'],
};

const modifier = /\b(?:public|private|protected|readonly|override|abstract)\b/g;

/** Text in which types are replaced by blanks, one character for one, so that every offset stays. */
class Eraser {
  readonly text: string;
  private readonly out: string[];

  constructor(text: string) {
    this.text = text;
    this.out = [...Array(text.length).keys()].map((i) => text[i]!);
  }

  /** Blanks a range; line breaks stay, for the sake of the line numbers. */
  erase(start: number, end: number): void {
    for (let i = start; i < end; i++) if (!/[\r\n\u2028\u2029]/.test(this.text[i]!)) this.out[i] = ' ';
  }

  put(at: number, character: string): void {
    this.out[at] = character;
  }

  /** Blanks a statement or member, leaving a semicolon so that its neighbours do not grow together. */
  eraseStatement(node: SyntaxNode): void {
    this.erase(node.start, node.end);
    this.put(node.start, ';');
  }

  /** The offset of a token at or after `from`, past white space, comments and closing brackets. */
  find(token: string, from: number): number {
    const skipped = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\)/y;
    for (let at = from; ; at = skipped.lastIndex) {
      if (this.text.startsWith(token, at)) return at;
      skipped.lastIndex = at;
      if (!skipped.test(this.text)) throw new Error(`internal: no ${token} after offset ${from}`);
    }
  }

  toString(): string {
    return this.out.join('');
  }
}

/**
 * TypeScript with its types blanked in place: JavaScript of the same length, every token at its old offset.
 * Throws a Problem for syntax errors and for the few parts of TypeScript that need more than erasing.
 */
export function blankTypes(text: string): string {
  const eraser = new Eraser(text);
  visit(parseTypeScript(text), eraser, []);
  return eraser.toString();
}

function visit(node: SyntaxNode, eraser: Eraser, parents: readonly SyntaxNode[]): void {
  if (isTypeOnly(node)) {
    eraser.eraseStatement(node);
    return;
  }
  const refused = unsupported[node.type];
  if (refused) throw new Problem('SyntaxError', refused[0], node.start, refused[1]);
  if (/^TSType(?:Annotation|ParameterDeclaration|ParameterInstantiation)$/.test(node.type)) {
    eraser.erase(node.start, node.end);
    return;
  }
  const path = [...parents, node];
  const typeLevel = new Set<SyntaxNode>([...(node.implements ?? [])]);
  if (node.type.startsWith('TS') && node.typeAnnotation) typeLevel.add(node.typeAnnotation);
  for (const child of childrenOf(node)) if (!typeLevel.has(child)) visit(child, eraser, path);
  eraseOwn(node, eraser, parents);
}

function isTypeOnly(node: SyntaxNode): boolean {
  if (node.declare === true) return true;
  switch (node.type) {
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSDeclareFunction':
    case 'TSIndexSignature':
      return true;
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return node.abstract === true || node.value?.type === 'TSDeclareMethod';
    case 'ImportDeclaration':
      return node.importKind === 'type';
    default:
      return false;
  }
}

function eraseOwn(node: SyntaxNode, eraser: Eraser, parents: readonly SyntaxNode[]): void {
  switch (node.type) {
    case 'Identifier':
      // The node of a parameter reaches over `?`, `!` and the annotation.
      eraser.erase(node.start + node.name.length, node.end);
      break;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      eraseCast(node, eraser, parents);
      break;
    case 'TSNonNullExpression':
      eraser.erase(node.end - 1, node.end);
      break;
    case 'TSTypeAssertion':
      eraser.erase(node.start, eraser.find('>', node.typeAnnotation.end) + 1);
      break;
    case 'ClassDeclaration':
    case 'ClassExpression':
      eraseHeritage(node, eraser);
      break;
    case 'MethodDefinition':
    case 'PropertyDefinition':
      eraseModifiers(node, eraser);
      break;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      eraseSignature(node, eraser);
  }
}

function eraseCast(node: SyntaxNode, eraser: Eraser, parents: readonly SyntaxNode[]): void {
  const keyword = node.type === 'TSAsExpression' ? 'as' : 'satisfies';
  const start = eraser.find(keyword, node.expression.end);
  eraser.erase(start, node.end);
  // `x as T` at the end of a line closes its statement; without the type the next line could continue it.
  if (parents.some((p) => p.end === node.end && /Statement$|Declaration$/.test(p.type)))
    eraser.put(start, ';');
}

function eraseHeritage(node: SyntaxNode, eraser: Eraser): void {
  if (node.abstract) eraser.erase(node.start, node.start + 'abstract'.length);
  const list: readonly SyntaxNode[] = node.implements ?? [];
  if (list.length === 0) return;
  const before = node.superTypeParameters ?? node.superClass ?? node.typeParameters ?? node.id;
  const start = eraser.text.indexOf('implements', before?.end ?? node.start);
  eraser.erase(start, list[list.length - 1]!.end);
}

function eraseModifiers(node: SyntaxNode, eraser: Eraser): void {
  const head = eraser.text.slice(node.start, node.key.start);
  for (const match of head.matchAll(modifier)) {
    eraser.erase(node.start + match.index, node.start + match.index + match[0].length);
  }
  if (!node.optional && !node.definite) return;
  const mark = node.optional ? '?' : '!';
  const at = eraser.text.indexOf(mark, node.key.end);
  eraser.erase(at, at + 1);
}

function eraseSignature(node: SyntaxNode, eraser: Eraser): void {
  const [first, second] = node.params as SyntaxNode[];
  if (first?.type === 'Identifier' && first.name === 'this') {
    const comma = eraser.text.slice(first.end, second?.start ?? first.end).indexOf(',');
    eraser.erase(first.start, second ? second.start : first.end + comma + 1);
  }
  const result: SyntaxNode | undefined = node.returnType;
  if (node.type !== 'ArrowFunctionExpression' || !result) return;
  // No line break may stand between `)` and `=>`: the bracket moves to the end of a type of several lines.
  if (!/[\r\n]/.test(eraser.text.slice(result.start, result.end))) return;
  const bracket = eraser.text.lastIndexOf(')', result.start);
  eraser.erase(bracket, result.end);
  eraser.put(result.end - 1, ')');
}
