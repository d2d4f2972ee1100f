import { fingerprint } from '../../math/fingerprint.ts';

/** One edited cell in a link: its text, and which text of the author it started from. */
export interface SharedCell {
  readonly name: string;
  readonly text: string;
  /** Fingerprint of the author's text. */
  readonly base: string;
}

/** A function that the sender has kept from a cell: a formula in x, and its name. Not read, let alone run, here. */
export interface SharedFunction {
  readonly name: string;
  readonly formula: string;
}

/** What a link carries: the edited cells of one chapter, and the functions of the sender's own that they define. */
export interface Shared {
  readonly chapter: string;
  readonly cells: readonly SharedCell[];
  readonly functions: readonly SharedFunction[];
}

/** A link longer than this is not made and not read: many programs cut longer ones. */
export const longestLink = 32_000;
/** Unpacked text beyond this is refused, so that a short link cannot fill the memory. */
const largestText = 400_000;

/** A device keeps no more functions. */
const mostFunctions = 24;

const KEY = 'cells=';

/** Why a link could not be read or made; the message is one sentence for the reader. */
export class LinkError extends Error {
  override name = 'LinkError';
}

/** The cells whose text differs from the author's, ready for a link. */
export function sharedCell(name: string, authorText: string, text: string): SharedCell {
  return { name, text, base: fingerprint(authorText) };
}

/**
 * The fragment of a link, `#cells=…`: JSON, deflated, base64url.
 * @throws LinkError when it would be longer than `longestLink`.
 */
export async function writeLink(shared: Shared): Promise<string> {
  const rows = shared.cells.map(({ name, base, text }) => [name, base, text]);
  const own = shared.functions.map(({ name, formula }) => [name, formula]);
  const whole = [1, shared.chapter, rows, ...(own.length > 0 ? [own] : [])];
  const packed = await pipe(new TextEncoder().encode(JSON.stringify(whole)), deflate());
  const link = `#${KEY}${toBase64Url(packed)}`;
  if (link.length > longestLink) {
    const [now, most] = [link.length, longestLink].map((n) => `${Math.ceil(n / 1000)} KB`);
    throw new LinkError(
      `These edits make a link of ${now}; ${most} is the most. Download the cells instead.`,
    );
  }
  return link;
}

/**
 * What a fragment carries, or null when it is not about cells.
 * @throws LinkError for a damaged, over-long or foreign link.
 */
export async function readLink(fragment: string): Promise<Shared | null> {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith(KEY)) return null;
  if (text.length > longestLink) {
    throw new LinkError('This link is too long to be one of this book; the chapter is shown as it is.');
  }
  const damaged = () => new LinkError('The edits in this link are damaged; the chapter is shown as it is.');
  try {
    const bytes = await pipe(fromBase64Url(text.slice(KEY.length)), inflate(), largestText);
    const shared = validate(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    if (!shared) throw damaged();
    return shared;
  } catch (error) {
    throw error instanceof LinkError ? error : damaged();
  }
}

function validate(value: unknown): Shared | null {
  if (!Array.isArray(value) || value[0] !== 1) return null;
  const [, chapter, rows, own = []] = value as [1, unknown, unknown, unknown];
  if (typeof chapter !== 'string' || !Array.isArray(rows) || rows.length > 200) return null;
  const functions = functionsOf(own);
  const cells = rows.map((row: unknown): SharedCell | null => {
    if (!Array.isArray(row) || row.length !== 3 || row.some((part) => typeof part !== 'string')) return null;
    const [name, base, text] = row as [string, string, string];
    return /^[a-z][a-z0-9-]{0,60}$/.test(name) && /^[0-9a-f]{16}$/.test(base) ? { name, base, text } : null;
  });
  const whole = cells.filter((cell) => cell !== null);
  const complete = whole.length === cells.length && cells.length > 0;
  return complete && functions ? { chapter, cells: whole, functions } : null;
}

function functionsOf(own: unknown): SharedFunction[] | null {
  if (!Array.isArray(own) || own.length > mostFunctions) return null;
  const pairs = own.filter(
    (pair: unknown): pair is [string, string] =>
      Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string'),
  );
  return pairs.length === own.length ? pairs.map(([name, formula]) => ({ name, formula })) : null;
}

const deflate = () => new CompressionStream('deflate-raw');
const inflate = () => new DecompressionStream('deflate-raw');

async function pipe(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of new Blob([bytes]).stream().pipeThrough(through)) {
    size += part.length;
    if (size > most)
      throw new LinkError('The edits in this link are too large; the chapter is shown as it is.');
    parts.push(part);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
