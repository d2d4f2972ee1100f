import type { Expression, Pattern, PrivateIdentifier, Program, Property, SpreadElement, Super } from 'estree';

/** What an attribute may hold: anything that can be read without running it. */
export type Literal = string | number | boolean | null | Literal[] | { [key: string]: Literal };

type Part = Expression | Pattern | PrivateIdentifier | SpreadElement | Super | null;

/** Thrown for an expression that would have to be run. */
export class NotLiteral extends Error {}

function keyOf(property: Property | SpreadElement): string {
  if (property.type !== 'Property' || property.computed || property.kind !== 'init') throw new NotLiteral();
  if (property.key.type === 'Identifier') return property.key.name;
  if (property.key.type === 'Literal') return String(property.key.value);
  throw new NotLiteral();
}

function read(node: Part): Literal {
  switch (node?.type) {
    case 'Literal':
      if (node.value instanceof RegExp || typeof node.value === 'bigint') throw new NotLiteral();
      return node.value ?? null;
    case 'TemplateLiteral':
      if (node.expressions.length > 0) throw new NotLiteral();
      return node.quasis[0]?.value.cooked ?? '';
    case 'UnaryExpression': {
      const value = read(node.argument);
      if (typeof value !== 'number' || (node.operator !== '-' && node.operator !== '+'))
        throw new NotLiteral();
      return node.operator === '-' ? -value : value;
    }
    case 'ArrayExpression':
      return node.elements.map(read);
    case 'ObjectExpression':
      return Object.fromEntries(
        node.properties.map((p) => [keyOf(p), read(p.type === 'Property' ? (p.value as Part) : null)]),
      );
    default:
      throw new NotLiteral();
  }
}

/**
 * The value of an attribute's expression, read from its syntax tree.
 * @throws NotLiteral when it holds a name, a call, an operator or anything else that would have to be run
 */
export function readLiteral(program: Program | null | undefined): Literal {
  const [statement, ...more] = program?.body ?? [];
  if (statement?.type !== 'ExpressionStatement' || more.length > 0) throw new NotLiteral();
  return read(statement.expression);
}
