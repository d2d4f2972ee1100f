import type { MarkupNode } from '../protocol.ts';
import { isList, isObject, isText } from './shapes.ts';

const isAttribute = (value: unknown): value is [string, string] =>
  Array.isArray(value) && value.length === 2 && isText(value[0]) && isText(value[1]);

/** True for a tree of elements and texts, of a depth that can be drawn; what may be in it is the sanitiser's matter. */
export function isMarkup(value: unknown, depth = 0): value is MarkupNode {
  if (isText(value)) return true;
  return (
    isObject(value) &&
    depth < 100 &&
    isText(value.tag) &&
    isList(value.attributes, isAttribute) &&
    isList(value.children, (child): child is MarkupNode => isMarkup(child, depth + 1))
  );
}
