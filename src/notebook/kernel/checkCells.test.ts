import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkCells, readCells } from './checkCells.ts';

const check = (texts: Readonly<Record<string, string>>) =>
  checkCells(Object.entries(texts).map(([id, text]) => ({ id, text })));

describe('checkCells', () => {
  test('knows the library, the other cells, promises and controls', () => {
    const faults = check({
      a: 'const slope = view(Inputs.range([0, 1], { label: "slope" }));\nconst p = Promise.resolve("text");',
      b: 'const twice: number = slope * 2;\nconst word: string = p;',
      c: 'function* count() { yield 1; }\nconst g = count();',
      d: 'const n: number = g;\ndisplay(Plot.plot({ marks: [Plot.dot([[n, twice]])] }));\nconsole.log(activations.activations[0].f(1));',
      e: 'const kind = view(Inputs.select(["p", "q"] as const));\nsetTimeout(() => console.log(kind.length), 10);',
    });
    expect(faults).toEqual([]);
  });

  test('finds faults at their place, also between cells', () => {
    const faults = check({
      a: 'const x = 1;',
      b: 'const y: string = x;\nplot(y);\ndocument.title;\nInputs.range("a");',
    });
    expect(faults.map(({ cell, line, column }) => `${cell}:${line}:${column}`)).toEqual([
      'b:1:7',
      'b:2:1',
      'b:3:1',
      'b:4:14',
    ]);
  });

  const chapters = readdirSync('content').filter((chapter) => existsSync(`content/${chapter}/cells`));

  test.each(chapters)('accepts every cell of %s', (chapter) => {
    expect(checkCells(readCells(`content/${chapter}/cells`))).toEqual([]);
  });
});
