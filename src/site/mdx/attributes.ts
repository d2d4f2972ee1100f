import type { z } from 'astro/zod';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { type Literal, NotLiteral, readLiteral } from './literal.ts';
import { Mistake, type Sheet } from './mistake.ts';
import { nearestHint } from './nearest.ts';
import type { Tag } from './tags.ts';

export type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** Reads every attribute of a tag without running anything. */
export function attributesOf(node: Jsx, sheet: Sheet): Record<string, Literal> {
  const values: Record<string, Literal> = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') {
      throw new Mistake(
        sheet,
        node,
        `<${node.name}> has a spread attribute {${attribute.value}}; expected each attribute by its name`,
      );
    }
    const { name, value } = attribute;
    if (name in values) throw new Mistake(sheet, node, `<${node.name}> has ${name} twice; expected it once`);
    if (value === null || value === undefined) values[name] = true;
    else if (typeof value === 'string') values[name] = value;
    else {
      try {
        values[name] = readLiteral(value.data?.estree);
      } catch (error) {
        if (!(error instanceof NotLiteral)) throw error;
        throw new Mistake(
          sheet,
          node,
          `<${node.name}> has ${name}={${value.value}}; expected a literal: a string, number, true, false, array or object`,
        );
      }
    }
  }
  return values;
}

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((v, key) => (v as Record<PropertyKey, unknown> | undefined)?.[key], values);
}

const unit = (origin: string): string => ({ string: ' letters', array: ' items' })[origin] ?? '';

/** `one of "text", "wide"` and the like, from what zod found wrong. */
function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.length === 1
        ? show(issue.values[0])
        : `one of ${issue.values.map(show).join(', ')}`;
    case 'invalid_type':
      return (
        { string: 'a text', number: 'a number', boolean: 'true or false', array: 'a list' }[
          issue.expected as string
        ] ?? issue.expected
      );
    case 'too_small':
      return issue.minimum === 1 && issue.origin === 'string'
        ? 'a text that is not empty'
        : `at least ${issue.minimum}${unit(issue.origin)}`;
    case 'too_big':
      return `at most ${issue.maximum}${unit(issue.origin)}`;
    default:
      return issue.message;
  }
}

/** Checks a tag's attributes against its schema; the build stops at the first mistake. */
export function checkAttributes(node: Jsx, tag: Tag, sheet: Sheet): Record<string, Literal> {
  const values = attributesOf(node, sheet);
  const result = tag.props.safeParse(values);
  if (result.success) return values;
  const { issues } = result.error;
  // A misspelt name also leaves the right one missing: the misspelling is the mistake.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (!issue) throw new Error('internal: zod refused attributes without an issue');
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
    const key = issue.keys[0] ?? '';
    const known = Object.keys(tag.props.shape);
    const allowed =
      known.length === 0
        ? 'expected no attributes'
        : `expected ${known.join(', ')}${nearestHint(key, known, 1)}`;
    throw new Mistake(sheet, node, `<${tag.name}> has no attribute ${key}; ${allowed}`);
  }
  const name = issue.path.join('.');
  const value = valueAt(values, issue.path);
  if (value === undefined)
    throw new Mistake(sheet, node, `<${tag.name}> lacks ${name}; expected ${expectation(issue)}`);
  throw new Mistake(sheet, node, `<${tag.name}> has ${name}=${show(value)}; expected ${expectation(issue)}`);
}

/** Gives a tag an attribute its author does not write. */
export function inject(node: Jsx, name: string, value: string): void {
  node.attributes = node.attributes.filter((a) => a.type !== 'mdxJsxAttribute' || a.name !== name);
  node.attributes.push({ type: 'mdxJsxAttribute', name, value });
}
