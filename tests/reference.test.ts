import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import theory from '../reference/theory.json' with { type: 'json' };
import { tested, untested } from './house/theory.ts';

const leaves = leavesOf(theory, []);
const patterns = [...Object.keys(untested), ...tested.map(([pattern]) => pattern)];
const owner = (leaf: readonly string[]) => patterns.find((pattern) => fits(pattern.split('/'), leaf));

test('every value of the theory file is tested, or listed with the reason why not', () => {
  expect(leaves.length).toBeGreaterThan(2800);
  expect(leaves.filter((leaf) => owner(leaf) === undefined).map((leaf) => leaf.join('/'))).toEqual([]);
});

test('every entry of the two lists stands for a value', () => {
  const used = new Set(leaves.map(owner));
  expect(patterns.filter((pattern) => !used.has(pattern))).toEqual([]);
});

test('the tests named there read the file and the keys', () => {
  for (const [pattern, file] of tested) {
    const text = readFileSync(file, 'utf8');
    expect(text, file).toContain('reference/theory.json');
    for (const key of keysOf(pattern)) expect(text.includes(key), `${key} in ${file}`).toBe(true);
  }
});

/** The names a test must write out to reach the values: its first key, and every other that no loop supplies. */
function keysOf(pattern: string): string[] {
  return pattern.split('/').filter((key) => !key.startsWith('*'));
}

function fits(pattern: readonly string[], leaf: readonly string[]): boolean {
  if (pattern.at(-1) !== '**' && pattern.length !== leaf.length) return false;
  return pattern.every((key, i) => key === '**' || (i < leaf.length && (key === '*' || key === leaf[i])));
}

/** The path of every number and text. */
function leavesOf(value: unknown, path: readonly string[]): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}
