// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these strings are programs
import { stripTypeScriptTypes } from 'node:module';
import { type Token, tokenizer } from 'acorn';
import { describe, expect, test } from 'vitest';
import { blankTypes } from './blank.ts';

/** Node strips types with a parser of its own; tokens at the same offsets mean the same program. */
const tokens = (text: string): string[] =>
  [...tokenizer(text, { ecmaVersion: 'latest', sourceType: 'module' })]
    .filter((token: Token) => token.type.label !== ';')
    .map((token: Token) => `${token.start} ${text.slice(token.start, token.end)}`);

const samples: readonly string[] = [
  'const x: number = y as any;',
  'let q!: number, r: string | undefined;',
  'function f(a: number): void;\nfunction f<T>(this: X, a?: T, ...c: number[]): asserts a is T {}',
  'const g = async <T,>(x: T): Promise<T> => x as T;',
  'const pick = ({ a, b }: { a: number; b?: string }, [c]: [number] = [1]): number => a;',
  'f<number>(x!); new Map<string, number[]>(); tag<string>`a`; x satisfies Y;',
  'const n = a!.b!.c![0]!;',
  'type Z = { a: 1 } | 2;\ninterface I<T> extends J { a(): T }\ndeclare const u: number;\nf();',
  'for (const x of y as number[]) { if (x as any) z(); }',
  'class A<T> extends B<T> implements C, D<E> { private static readonly x!: number = 3; opt?: string; ["c"]?: number }',
  'class P extends O { declare y: string; [k: string]: any; override get g(): number { return 1 } m(a: number): void; m(a) {} }',
  'abstract class Q { abstract w: number; abstract z(): void; protected async *m?(this: A, a?: number) {} }'.replace(
    'm?',
    'm',
  ),
  'try {} catch (e: unknown) {}',
  'const o = { m<T>(a: T): T { return a }, get x(): number { return 1 } };',
  'const wrapped = (x) as T; const c = [1, 2] as const;',
  'label: for (const i of [1]) continue label;',
  'const f2 = f<number>;',
  'function h(cb?: (a: number) => void, k: keyof typeof o = "m"): x is string { return true }',
  'const re = /:number/.test("as string"); const s = `${x as any}: number`;',
];

describe('blankTypes', () => {
  test.each(samples)('agrees with Node on %s', (sample) => {
    const blanked = blankTypes(sample);
    expect(blanked).toHaveLength(sample.length);
    expect(tokens(blanked)).toEqual(tokens(stripTypeScriptTypes(sample)));
  });

  test('leaves JavaScript as it is', () => {
    const sample = 'const a = x => x ? 1 : 2, { b = 3 } = c;\nlabel: for (;;) break label;\n';
    expect(blankTypes(sample)).toBe(sample);
  });

  test('blanks casts in angle brackets, which Node refuses', () => {
    expect(blankTypes('const cast = (<any>(a)).b;')).toBe('const cast = (     (a)).b;');
  });

  test('keeps the statements apart whose boundary was a type', () => {
    const text = blankTypes('let x = y as any\n(z)');
    expect(new Function('y', 'z', `${text}\nreturn x;`)(1, 2)).toBe(1);
  });

  test('keeps a result type of several lines from parting brackets and arrow', () => {
    const make = new Function(
      `${blankTypes('const f = (a: number): {\n  b: number\n} => ({ b: a });')}\nreturn f(3);`,
    );
    expect(make()).toEqual({ b: 3 });
  });

  test.each([
    ['enum Colour { red }', /enum is not available/],
    ['namespace N { export const a = 1 }', /namespace is not available/],
    ['class A { constructor(private x: number) {} }', /constructor parameter/],
    ['@f class A {}', /decorators/],
  ])('refuses %s', (sample, message) => {
    expect(() => blankTypes(sample)).toThrow(message);
  });
});
