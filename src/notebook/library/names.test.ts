import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cellNames } from '../compile/index.ts';
import { createLibrary } from './index.ts';
import { cellNameDocs, libraryNames } from './names.ts';
import { createPlot } from './plot.ts';

const names = Object.keys(createLibrary({ width: 620, load: async () => '', createPlot }));

test('every name in scope is documented and typed, and no other', () => {
  expect(Object.keys(libraryNames).sort()).toEqual(names.sort());
  expect(Object.keys(cellNameDocs).sort()).toEqual([...cellNames].sort());
  const environment = readFileSync(new URL('../kernel/environment.d.ts', import.meta.url), 'utf8');
  for (const name of [...names, ...cellNames])
    expect(environment).toMatch(new RegExp(`(const|function) ${name}\\b`));
});
