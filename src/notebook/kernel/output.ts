import { toBase64 } from '../library/base64.ts';
import { chartOutput, Input, Markup, OwnFunction, Table, VirtualElement } from '../library/index.ts';
import type { MarkupNode, Output } from '../protocol.ts';
import { inspect } from './inspect.ts';

/** What one output may weigh; the page draws on its own thread and must stay smooth. */
const limits = { elements: 4000, characters: 1_000_000, markup: 100_000, pixels: 262_144 };

/** A value as the page draws it. Anything unknown is inspected; anything too large becomes a sentence. */
export function outputOf(value: unknown): Output {
  try {
    return known(value) ?? { type: 'value', value: inspect(value) };
  } catch {
    // A proxy may throw at every question; inspecting it does not.
    return { type: 'value', value: inspect(value) };
  }
}

function known(value: unknown): Output | null {
  if (value instanceof VirtualElement) return limited(chartOutput(value));
  if (value instanceof Markup) return markup(value);
  if (value instanceof Table || value instanceof OwnFunction) return value.output;
  if (isImage(value)) return image(value);
  if (value instanceof Input) return notice('Write view(…) around the control to use its value.');
  return null;
}

const notice = (text: string): Output => ({ type: 'notice', text });

function markup({ language, text }: Markup): Output {
  if (text.length <= limits.markup) return { type: 'markup', language, text };
  return notice(`Markup of ${text.length} characters is not shown; at most ${limits.markup} are.`);
}

function limited(output: Extract<Output, { type: 'svg' }>): Output {
  const { elements, characters } = measure(output.root);
  if (elements > limits.elements) {
    return notice(
      `A drawing of ${elements} elements is not shown; at most ${limits.elements} are. Draw fewer points.`,
    );
  }
  if (characters <= limits.characters) return output;
  return notice(`A drawing of ${characters} characters is not shown; at most ${limits.characters} are.`);
}

/** Elements and characters of a tree. */
export function measure(node: MarkupNode): { elements: number; characters: number } {
  if (typeof node === 'string') return { elements: 0, characters: node.length };
  const sum = { elements: 1, characters: node.tag.length };
  for (const [name, value] of node.attributes) sum.characters += name.length + value.length;
  for (const child of node.children) {
    const inner = measure(child);
    sum.elements += inner.elements;
    sum.characters += inner.characters;
  }
  return sum;
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** An `ImageData`, or what looks like one where there is none. */
function isImage(value: unknown): value is Pixels {
  try {
    const { width, height, data } = Object(value) as Pixels;
    return data instanceof Uint8ClampedArray && width > 0 && data.length === width * height * 4;
  } catch {
    return false;
  }
}

function image({ width, height, data }: Pixels): Output {
  if (width * height > limits.pixels) {
    return notice(
      `An image of ${width} × ${height} pixels is not shown; at most ${limits.pixels} pixels are.`,
    );
  }
  return { type: 'image', width, height, rgba: toBase64(data) };
}
