import { describe, expect, test } from 'vitest';
import { ancestorsOf, dependentsOf } from './graph.ts';
import { Compiler } from './notebook.ts';

const link = (texts: Readonly<Record<string, string>>) => {
  const cells = Object.entries(texts).map(([id, text]) => ({ id, text }));
  const linked = new Compiler(['Plot', 'activations']).link(cells);
  return { linked, of: (id: string) => linked.find(({ cell }) => cell === id)! };
};

describe('Compiler', () => {
  test('links cells in any order', () => {
    const { linked, of } = link({
      last: 'a + b',
      first: 'const a = 1',
      second: 'const b = a',
      apart: 'Plot',
    });
    expect(of('last').reads).toEqual(['first', 'second']);
    expect([...dependentsOf(['first'], linked)].sort()).toEqual(['first', 'last', 'second']);
    expect([...ancestorsOf(['second'], linked)].sort()).toEqual(['first', 'second']);
    expect(linked.every(({ problem }) => problem === null)).toBe(true);
  });

  test('places a misspelt name and says what was meant', () => {
    const { of } = link({ a: 'const slope = 1', b: '1 +\n  sloep' });
    expect(of('b').problem).toMatchObject({
      name: 'ReferenceError',
      message: 'sloep is not defined',
      line: 2,
      column: 3,
      hint: 'Did you mean slope?',
    });
    expect(link({ a: 'Maht.PI' }).of('a').problem?.hint).toBe('Did you mean Math?');
    expect(link({ a: 'activation.relu' }).of('a').problem?.hint).toBe('Did you mean activations?');
  });

  test('says why a browser’s name is missing', () => {
    expect(link({ a: 'fetch("x")' }).of('a').problem?.hint).toMatch(/no network/);
    expect(link({ a: 'document.body' }).of('a').problem?.hint).toMatch(/apart from the page/);
  });

  test('makes a name defined twice an error of those cells alone', () => {
    const { of } = link({ a: 'const x = 1', b: 'const x = 2', c: 'x', d: '3' });
    expect(of('a').problem?.hint).toBe('Cell b defines x as well; rename one of them.');
    expect(of('b').problem).toMatchObject({ message: 'x is defined more than once', line: 1, column: 7 });
    expect([of('c').problem, of('d').problem]).toEqual([null, null]);
  });

  test('makes a cycle an error of the cells in it, with the way around', () => {
    const { of } = link({ a: 'const x = y', b: 'const y = z', c: 'const z = x', d: 'x' });
    expect(of('a').problem?.hint).toBe('a reads b reads c reads a: take one of these links away.');
    expect(of('c').problem?.message).toMatch(/circular/);
    expect(of('d').problem).toBeNull();
  });

  test('lets the readers of a cell that cannot be read wait for it', () => {
    const { of } = link({ a: 'const x = (', b: 'x + 1' });
    expect(of('a')).toMatchObject({ outputs: ['x'], problem: { name: 'SyntaxError', line: 1 } });
    expect(of('b')).toMatchObject({ problem: null, reads: ['a'] });
  });

  test('does not let an inner name hide the error outside it', () => {
    expect(link({ a: '(() => { const q = 1; return q })() + q' }).of('a').problem?.column).toBe(39);
  });
});
