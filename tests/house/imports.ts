import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** The project files that a source file imports, statically or dynamically, as types or as values. */
export function readImports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = file.endsWith('.css')
    ? readStyleImports(text)
    : scriptsOf(file, text).flatMap(readScriptImports);
  // A path that ends in a slash names a folder to look into, not a module.
  const own = found.filter((path) => /^[./]/.test(path) && !path.endsWith('/'));
  return own.map((path) => join(dirname(file), path.replace(/[?#].*$/, '')).replaceAll('\\', '/'));
}

function readStyleImports(css: string): string[] {
  return [...css.matchAll(/@import\s+(?:url\()?["']([^"']+)["']/g)].map(([, path = '']) => path);
}

/** The scripts of a file: the file itself, or frontmatter and script elements of an .astro file. */
function scriptsOf(file: string, text: string): string[] {
  if (!file.endsWith('.astro')) return [text];
  const frontmatter = /^\s*---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const elements = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => script,
  );
  return [frontmatter, ...elements];
}

function readScriptImports(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const path = pathOf(node);
    if (path && ts.isStringLiteralLike(path)) found.push(path.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('file.tsx', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX));
  return found;
}

/** Where a node names a module: `import … from`, `export … from`, `import(…)`, `new URL(…, import.meta.url)`, a type. */
function pathOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return node.arguments[0];
  const isUrl =
    ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'URL';
  return isUrl && node.arguments?.[1] && ts.isPropertyAccessExpression(node.arguments[1])
    ? node.arguments[0]
    : undefined;
}
