import { readFileSync } from 'node:fs';

/** A sentence fragment that a chapter must contain, made from computed numbers, or a given of its examples. */
export type Claim = string;

const root = new URL('../../', import.meta.url);

/** The prose of a chapter without front matter, list numbers, addresses, ids of tags and indices in formulas. */
export function proseOf(chapter: string): string {
  return readFileSync(new URL(`content/${chapter}/en.mdx`, root), 'utf8')
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replace(/^\d+\. /gm, '')
    .replace(/<Cell [^>]*>/g, '')
    .replace(/\bid="[^"]*"/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/(?<=\w)_(\{[^{}]*\}|\w)/g, '');
}

/** A number as the prose writes it, with a true minus sign. */
export const say = (value: number, decimals: number): string => value.toFixed(decimals).replace('-', '−');

/** A share as per cent, with the narrow space that the prose sets before the sign. */
export const percent = (share: number, digits = 0): string => `${(100 * share).toFixed(digits)}\u202f%`;

/** What is left of a text when every claim is taken out, longest first, so that each digit is spoken for once. */
export function withoutClaims(text: string, claims: readonly Claim[]): string {
  return [...claims]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, claim) => rest.replaceAll(claim, ' '), text);
}

/** The digits of a text with a little of what stands around them. */
export const digitsIn = (text: string): string[] => text.match(/.{0,24}\d[\d.,]*.{0,12}/g) ?? [];
