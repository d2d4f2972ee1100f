import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** One member of a name in scope, for completion. */
export interface ApiMember {
  readonly name: string;
  /** Its signature, as one short line. */
  readonly detail: string;
  /** The first paragraph of its documentation. */
  readonly documentation: string;
}

/** What JavaScript itself offers under these names is worth completing as well. */
const builtIn = ['Math', 'Number', 'Object', 'Array', 'JSON', 'console'];

const longestDetail = 90;

/**
 * The members of everything in scope of a cell, read from the types and comments of the library itself: the list cannot
 * differ from the code. For Node only; takes a few seconds.
 */
export function describeApi(): Record<string, ApiMember[]> {
  const root = fileURLToPath(new URL('./scope.ts', import.meta.url));
  const program = ts.createProgram([root], {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts'],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(root)!;
  const scope = checker.getExportsOfModule(checker.getSymbolAtLocation(source)!)[0]!;
  const type = checker.getDeclaredTypeOfSymbol(scope);
  const members = (owner: ts.Symbol): ApiMember[] =>
    checker
      .getTypeOfSymbol(owner)
      .getProperties()
      .filter(({ name }) => /^[a-z_$][\w$]*$/i.test(name))
      .map((member) => describe(checker, member, source))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  const global = checker
    .getSymbolsInScope(source, ts.SymbolFlags.Variable)
    .filter(({ name }) => builtIn.includes(name));
  const owners = [...type.getProperties(), ...global].map((owner) => [owner.name, members(owner)] as const);
  return Object.fromEntries(owners.filter(([, found]) => found.length > 0));
}

function describe(checker: ts.TypeChecker, member: ts.Symbol, at: ts.Node): ApiMember {
  const target = member.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(member) : member;
  const type = checker.getTypeOfSymbolAtLocation(target, at);
  const [signature] = type.getCallSignatures();
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.WriteArrowStyleSignature;
  const whole = signature ? checker.signatureToString(signature, at, flags) : checker.typeToString(type, at);
  const detail = whole.replace(/import\("[^"]*"\)\./g, '').replace(/\s+/g, ' ');
  const comment = ts.displayPartsToString(documented(checker, target).getDocumentationComment(checker));
  return {
    name: member.name,
    detail: detail.length > longestDetail ? `${detail.slice(0, longestDetail - 1)}…` : detail,
    documentation: firstParagraph(comment),
  };
}

/** `{ range }` is documented where `range` is declared. */
function documented(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  // What was spread into another object has its declarations and no first one.
  const [declaration] = symbol.declarations ?? [];
  const short = declaration && ts.isShorthandPropertyAssignment(declaration);
  return (short && checker.getShorthandAssignmentValueSymbol(declaration)) || symbol;
}

const firstParagraph = (comment: string): string =>
  comment
    .split(/\n\s*\n/)[0]!
    .replace(/\s+/g, ' ')
    .trim();
