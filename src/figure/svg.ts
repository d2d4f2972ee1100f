import { spokenPowers } from './powers.ts';
import { drawable, near } from './reach.ts';
import type { Frame } from './widget.ts';

const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * Makes one SVG element in the frame's document; undefined attributes and null children are left out. A reader's function
 * may be undefined or enormous: an element with a coordinate that is no finite number is not shown, and a path goes no
 * farther than a hundred thousand pixels.
 */
export function svg(
  frame: Pick<Frame, 'document'>,
  tag: string,
  attributes: Attributes = {},
  ...children: readonly (SVGElement | string | null)[]
): SVGElement {
  const element = frame.document.createElementNS(SVG, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    const text = typeof value === 'number' ? shortOrNull(value) : drawable(name, value);
    if (text === null) element.setAttribute('display', 'none');
    else element.setAttribute(name, text);
  }
  for (const child of children) if (child !== null) element.append(child);
  return element;
}

const shortOrNull = (value: number): string | null => (Number.isFinite(value) ? short(near(value)) : null);

/** A coordinate with at most two decimals: pixels need no more, and the page is lighter. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export interface Words {
  /** What the picture is, in a few words. */
  readonly title: string;
  /** What it shows, for those who cannot see it. */
  readonly description: string;
}

/**
 * The root of a hand-made picture, `width` × `height` px, with role img, title and description.
 * Its ids are made of the frame's id and its words, so two pictures of one figure need different words.
 */
export function picture(frame: Frame, height: number, words: Words, ...children: SVGElement[]): SVGElement {
  const root = svg(
    frame,
    'svg',
    { class: 'np', width: frame.width, height, viewBox: `0 0 ${short(frame.width)} ${short(height)}` },
    ...children,
  );
  return described(frame, root, words);
}

/** Gives an SVG its title and description and takes labels off its inner groups (they are not pictures). */
export function described(frame: Frame, root: SVGElement, words: Words): SVGElement {
  for (const inner of root.querySelectorAll('[aria-label], [aria-hidden], [aria-description]')) {
    inner.removeAttribute('aria-label');
    inner.removeAttribute('aria-hidden');
    inner.removeAttribute('aria-description');
  }
  const id = `${frame.id}-${digest(`${words.title}\n${words.description}`)}`;
  root.setAttribute('role', 'img');
  root.setAttribute('aria-labelledby', `${id}-t`);
  root.setAttribute('aria-describedby', `${id}-d`);
  root.prepend(
    svg(frame, 'title', { id: `${id}-t` }, spokenPowers(words.title)),
    svg(frame, 'desc', { id: `${id}-d` }, spokenPowers(words.description)),
  );
  return root;
}

/** A few letters that stand for a text (FNV-1a): the same in the build and in the page. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(36);
}
