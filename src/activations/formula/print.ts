import type { Instruction, Program } from './parse.ts';

/** A printed piece and how tightly its outermost operator binds. */
interface Piece {
  readonly text: string;
  readonly power: number;
}

type Apply = Extract<Instruction, { kind: 'apply' }>;

const POWERS: Readonly<Record<string, number>> = {
  '?': 1, '||': 2, '&&': 3, '==': 4, '!=': 4, '<': 5, '<=': 5, '>': 5, '>=': 5, '+': 6, '-': 6, '*': 7, '/': 7, neg: 8, '!': 8, '^': 9,
};
const TIGHTEST = 10;

/** The formula as a TypeScript expression in x; functions outside Math (`sigmoid`, `erf`) keep their names. */
export function toCode(program: Program): string {
  return print(program, (text) => text, (step, args) => {
    const { name, builtIn } = step.operation;
    const power = POWERS[name] ?? TIGHTEST;
    const [a, b, c] = args as [Piece, Piece, Piece];
    if (name === 'neg') return { text: `-${wrap(a, power)}`, power };
    if (name === '!') return { text: `!${wrap(a, power)}`, power };
    // A minus in front of a power needs brackets in JavaScript.
    if (name === '^') return { text: `${wrap(a, TIGHTEST)} ** ${wrap(b, power)}`, power };
    if (name === '?') return { text: `${wrap(a, 2)} ? ${wrap(b, 1)} : ${wrap(c, 1)}`, power };
    if (power < TIGHTEST) return { text: `${wrap(a, power)} ${same(name)} ${wrap(b, power + 1)}`, power };
    return { text: `${builtIn ? 'Math.' : ''}${name}(${args.map(({ text }) => text).join(', ')})`, power };
  });
}

function same(sign: string): string {
  return sign === '==' || sign === '!=' ? `${sign}=` : sign;
}

/** The formula in TeX. */
export function toTex(program: Program): string {
  return print(program, texNumber, (step, args) => {
    const { name } = step.operation;
    const power = POWERS[name] ?? TIGHTEST;
    const [a, b, c] = args as [Piece, Piece, Piece];
    if (name === 'neg') return { text: `-${brace(a, power)}`, power };
    if (name === '!') return { text: `\\lnot ${brace(a, power)}`, power };
    if (name === '/') return { text: `\\frac{${a.text}}{${b.text}}`, power: TIGHTEST };
    if (name === '^') return { text: `${brace(a, TIGHTEST)}^{${b.text}}`, power };
    if (name === '?') {
      const rows = `${b.text} & ${a.text}\\\\ ${c.text} & \\text{otherwise}`;
      return { text: `\\begin{cases}${rows}\\end{cases}`, power: TIGHTEST };
    }
    if (name === '*') return { text: `${brace(a, power)}${startsWithDigit(b) ? '\\cdot ' : '\\,'}${brace(b, power + 1)}`, power };
    if (power < TIGHTEST) return { text: `${brace(a, power)} ${TEX_SIGNS[name] ?? name} ${brace(b, power + 1)}`, power };
    return { text: texCall(name, args.map(({ text }) => text)), power };
  });
}

const TEX_SIGNS: Readonly<Record<string, string>> = {
  '||': '\\lor', '&&': '\\land', '==': '=', '!=': '\\ne', '<=': '\\le', '>=': '\\ge',
};
// The names KaTeX sets upright by itself.
const TEX_FUNCTIONS = new Set(['exp', 'log', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'min', 'max']);

function texCall(name: string, args: readonly string[]): string {
  if (name === 'abs') return `\\left|${args[0]}\\right|`;
  if (name === 'sqrt') return `\\sqrt{${args[0]}}`;
  if (name === 'floor') return `\\left\\lfloor ${args[0]}\\right\\rfloor`;
  if (name === 'ceil') return `\\left\\lceil ${args[0]}\\right\\rceil`;
  if (name === 'pow') return `\\left(${args[0]}\\right)^{${args[1]}}`;
  const head = name === 'sigmoid' ? '\\sigma' : name === 'normalCdf' ? '\\Phi' : TEX_FUNCTIONS.has(name) ? `\\${name}` : `\\operatorname{${name}}`;
  return `${head}\\left(${args.join(', ')}\\right)`;
}

function texNumber(text: string): string {
  if (text === 'pi' || text === 'π' || text === 'Math.PI') return '\\pi ';
  const [mantissa, exponent] = text.split(/e(?=[-+\d])/i);
  if (exponent !== undefined && /^[\d.]+$/.test(mantissa!)) return `${mantissa}\\cdot 10^{${Number(exponent)}}`;
  return /^[a-zA-Z]{2,}|\./.test(text) && !/^[\d.]+$/.test(text) ? `\\mathrm{${text.replace('Math.', '')}}` : text;
}

function startsWithDigit({ text }: Piece): boolean {
  return /^[\d.]/.test(text);
}

function wrap(piece: Piece, least: number): string {
  return piece.power < least ? `(${piece.text})` : piece.text;
}

function brace(piece: Piece, least: number): string {
  return piece.power < least ? `\\left(${piece.text}\\right)` : piece.text;
}

function print(program: Program, number: (text: string) => string, apply: (step: Apply, args: Piece[]) => Piece): string {
  const stack: Piece[] = [];
  for (const step of program) {
    if (step.kind === 'x') stack.push({ text: 'x', power: TIGHTEST });
    else if (step.kind === 'number') stack.push({ text: number(step.text), power: TIGHTEST });
    else stack.push(apply(step, stack.splice(-step.count)));
  }
  return stack[0]!.text;
}
