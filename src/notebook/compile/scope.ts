import { type SyntaxNode, walk } from './node.ts';

const isFunction = (node: SyntaxNode): boolean =>
  /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|StaticBlock)$/.test(node.type);

const isFunctionScope = (node: SyntaxNode): boolean => node.type === 'Program' || isFunction(node);

const isBlockScope = (node: SyntaxNode): boolean =>
  isFunctionScope(node) ||
  /^(?:BlockStatement|SwitchStatement|For(?:In|Of)?Statement|CatchClause|Class(?:Declaration|Expression))$/.test(
    node.type,
  );

const innermost = (
  parents: readonly SyntaxNode[],
  test: (node: SyntaxNode) => boolean,
): SyntaxNode | undefined => parents.findLast(test);

/** The identifiers that a pattern binds: `{a, b: [c = 1, ...d]}` binds a, c, d. */
export function boundBy(pattern: SyntaxNode | null | undefined): SyntaxNode[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((p: SyntaxNode) => boundBy(p.type === 'Property' ? p.value : p));
    case 'ArrayPattern':
      return pattern.elements.flatMap(boundBy);
    case 'RestElement':
      return boundBy(pattern.argument);
    case 'AssignmentPattern':
      return boundBy(pattern.left);
    default:
      return [];
  }
}

/** Names that each scope of a program declares. */
export type Scopes = ReadonlyMap<SyntaxNode, ReadonlySet<string>>;

/** Finds the declarations of every scope in a JavaScript program. */
export function findScopes(program: SyntaxNode): Scopes {
  const scopes = new Map<SyntaxNode, Set<string>>();
  const declare = (scope: SyntaxNode | undefined, names: readonly string[]): void => {
    if (!scope) return;
    const known = scopes.get(scope) ?? new Set();
    for (const name of names) known.add(name);
    scopes.set(scope, known);
  };
  walk(program, (node, parents) => {
    const named: readonly string[] = node.id?.name ? [node.id.name] : [];
    switch (node.type) {
      case 'VariableDeclaration': {
        const scope = innermost(parents, node.kind === 'var' ? isFunctionScope : isBlockScope);
        for (const { id } of node.declarations) declare(scope, names(boundBy(id)));
        break;
      }
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
        declare(innermost(parents, isBlockScope), named);
        break;
      case 'FunctionExpression':
      case 'ClassExpression':
        declare(node, named);
        break;
      case 'CatchClause':
        declare(node, names(boundBy(node.param)));
        break;
    }
    if (!isFunction(node)) return undefined;
    declare(node, names((node.params ?? []).flatMap(boundBy)));
    if (node.type !== 'ArrowFunctionExpression') declare(node, ['arguments']);
    return undefined;
  });
  return scopes;
}

const names = (identifiers: readonly SyntaxNode[]): string[] => identifiers.map(({ name }) => name);

/** True for identifiers that stand for a value: not a property's name, a label or the like. */
function isReference(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node || parent.computed;
    case 'Property':
      return parent.value === node || parent.computed;
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.value === node || (parent.computed && parent.key === node);
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
      return false;
    default:
      return true;
  }
}

/** The identifiers of a program that no scope inside it declares, in the order of the source. */
export function findFree(program: SyntaxNode, scopes: Scopes): SyntaxNode[] {
  const free: SyntaxNode[] = [];
  walk(program, (node, parents) => {
    if (node.type !== 'Identifier' || !isReference(node, parents.at(-1))) return undefined;
    if (node.name === 'undefined') return undefined;
    if (!parents.some((parent) => scopes.get(parent)?.has(node.name))) free.push(node);
    return undefined;
  });
  return free;
}

/** The identifiers that a program assigns to, by `=`, `++`, `for … of` and the like. */
export function findAssigned(program: SyntaxNode): Set<SyntaxNode> {
  const assigned = new Set<SyntaxNode>();
  const add = (pattern: SyntaxNode): void => {
    for (const identifier of boundBy(pattern)) assigned.add(identifier);
  };
  walk(program, (node) => {
    if (node.type === 'AssignmentExpression') add(node.left);
    else if (node.type === 'UpdateExpression') add(node.argument);
    else if (/^For(?:In|Of)Statement$/.test(node.type)) add(node.left);
    return undefined;
  });
  return assigned;
}

/** True when the program awaits outside every function. */
export function awaitsAtTop(program: SyntaxNode): boolean {
  let found = false;
  walk(program, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await)) found = true;
    return undefined;
  });
  return found;
}
