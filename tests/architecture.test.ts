import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readImports } from './house/imports.ts';
import { longestFile, longFiles } from './house/longFiles.ts';
import { roomOf, rooms } from './house/rooms.ts';
import { sourceFiles } from './house/sources.ts';

const sources = sourceFiles();

describe('the house', () => {
  test('holds every source file in a room of the table', () => {
    const homeless = sources.filter((file) => !roomOf(file));
    expect(homeless, 'add the folder to tests/house/rooms.ts and docs/architecture.md').toEqual([]);
  });

  test('has imports that point one way', () => {
    const wrong = sources.flatMap((file) => readImports(file).flatMap((path) => judge(file, path)));
    expect(wrong).toEqual([]);
  });

  test('keeps page and kernel of the notebook apart: they share protocol.ts alone', () => {
    const inside = (file: string): string => /^src\/notebook\/([^/]+)/.exec(file)?.[1] ?? '';
    const pageSide = new Set(['host', 'editor', 'storage', 'share', 'formats', 'outputs']);
    const wrong = sources.flatMap((file) =>
      readImports(file)
        .filter((path) => pageSide.has(inside(file)) !== pageSide.has(inside(path)))
        .filter((path) => inside(file) === 'kernel' || inside(path) === 'kernel')
        .filter((path) => pageSide.has(inside(file)) || pageSide.has(inside(path)))
        .map((path) => `${file} imports ${path}; expected src/notebook/protocol.ts alone`),
    );
    expect(wrong).toEqual([]);
  });

  test('is the one that docs/architecture.md describes', () => {
    const table = readFileSync('docs/architecture.md', 'utf8').split('\n');
    const undescribed = rooms.filter(
      ({ folder }) => !table.some((line) => line.startsWith('|') && line.includes(folder)),
    );
    expect(undescribed.map(({ folder }) => folder)).toEqual([]);
  });

  test(`keeps files under ${longestFile} lines, or says why not`, () => {
    const lines = (file: string): number => readFileSync(file, 'utf8').trimEnd().split('\n').length;
    const long = sources.filter((file) => lines(file) > longestFile);
    const unexplained = long
      .filter((file) => !(file in longFiles))
      .map((file) => `${file}: ${lines(file)} lines`);
    expect(unexplained, 'split the file, or give the reason in tests/house/longFiles.ts').toEqual([]);
    const settled = Object.keys(longFiles).filter((file) => !long.includes(file));
    expect(settled, 'no longer long, or gone: remove from tests/house/longFiles.ts').toEqual([]);
  });

  test('names files after their subject: no utils, helpers or common', () => {
    const drawers = sources.filter((file) => /^(utils?|helpers?|common|misc|shared)\b/i.test(basename(file)));
    expect(drawers).toEqual([]);
  });
});

function judge(file: string, path: string): string[] {
  const from = roomOf(file)!;
  const to = roomOf(path);
  if (!to) return [`${file} imports ${path}, which is in no room of the table`];
  if (from === to || from.imports.includes(to.folder)) return [];
  const allowed = from.imports.length > 0 ? from.imports.join(', ') : 'nothing outside its room';
  return [`${file} imports ${path}; ${from.folder} may import ${allowed}`];
}
