import { findFunction, functionNames, namedNumbers } from '../../src/activations/formula/functions.ts';
import { knownNames } from './knownFunctions.ts';

type Piece = { readonly text: string; readonly kind: 'function' | 'factor' | 'digits' };

const longestGlued = 24;
const functions = new Set([...functionNames, ...knownNames]);
const factors = new Set(['x', ...Object.keys(namedNumbers)]);

/**
 * What was meant by names written without a sign between them: `sinx`, `sin2x`, `xsigmoid(`, `x2`. The readings with the
 * fewest pieces come first. `called` says that a bracket follows.
 */
export function unglued(name: string, called: boolean): string[] {
  if (name.length > longestGlued) return [];
  const readings = cuts(name).filter((pieces) => pieces.length > 1);
  return readings.toSorted((a, b) => a.length - b.length).flatMap((pieces) => written(pieces, called) ?? []);
}

/** All ways to cut a name into pieces that are known. */
function cuts(name: string): Piece[][] {
  const ways: Piece[][][] = [[[]]];
  for (let end = 1; end <= name.length; end++) {
    ways.push(
      Array.from({ length: end }, (_, start) => ({ start, piece: pieceOf(name.slice(start, end)) })).flatMap(
        ({ start, piece }) => (piece ? ways[start]!.map((way) => [...way, piece]) : []),
      ),
    );
    // A name of many letters x has one reading that matters.
    ways[end] = ways[end]!.toSorted((a, b) => a.length - b.length).slice(0, 8);
  }
  return ways[name.length]!.filter((pieces) =>
    pieces.every(({ kind }, i) => kind !== 'digits' || pieces[i - 1]?.kind !== 'digits'),
  );
}

function pieceOf(text: string): Piece | null {
  if (functions.has(text)) return { text, kind: 'function' };
  if (factors.has(text)) return { text, kind: 'factor' };
  return /^\d+$/.test(text) ? { text, kind: 'digits' } : null;
}

/** The pieces as a formula; null when they make none. */
function written(pieces: readonly Piece[], called: boolean): string | null {
  const [first, ...rest] = pieces;
  if (!first) return '';
  if (first.kind === 'function') {
    if (rest.length === 0) return first.text;
    if (!takesOne(first.text)) return null;
    if (rest[0]!.kind === 'function') {
      const inside = written(rest, called);
      return inside === null || called ? null : `${first.text}(${inside})`;
    }
    const next = rest.findIndex(({ kind }) => kind === 'function');
    const inside = product(next < 0 ? rest : rest.slice(0, next));
    if (inside === null) return null;
    return joined(`${first.text}(${inside})`, next < 0 ? '' : written(rest.slice(next), called));
  }
  const next = pieces.findIndex(({ kind }) => kind === 'function');
  const factor = product(next < 0 ? pieces : pieces.slice(0, next));
  return factor === null ? null : joined(factor, next < 0 ? '' : written(pieces.slice(next), called));
}

const joined = (a: string, b: string | null): string | null =>
  b === null ? null : b === '' ? a : `${a} * ${b}`;

const takesOne = (name: string): boolean => (findFunction(name)?.arity[1] ?? 1) === 1;

/** Factors side by side: digits before a name count it, digits behind a name are its power. */
function product(pieces: readonly Piece[]): string | null {
  let text = '';
  for (const [i, { text: piece, kind }] of pieces.entries()) {
    if (i === 0) text = piece;
    else if (kind === 'digits') text += `^${piece}`;
    else text += pieces[i - 1]!.kind === 'digits' && i === 1 ? piece : ` * ${piece}`;
  }
  return pieces.at(-1)?.kind === 'digits' && pieces.length === 1 ? null : text;
}
