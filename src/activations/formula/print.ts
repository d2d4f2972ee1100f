import type { Instruction, Program } from './program.ts';

/** A printed piece and how tightly its outermost operator binds. */
interface Piece {
  readonly text: string;
  readonly power: number;
  /** True for comparisons, which JavaScript makes booleans. */
  readonly truth?: boolean;
}

type Apply = Extract<Instruction, { kind: 'apply' }>;

const POWERS: Readonly<Record<string, number>> = {
  '?': 1,
  '||': 2,
  '&&': 3,
  '==': 4,
  '!=': 4,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
  neg: 8,
  '!': 8,
  '^': 9,
};
const TIGHTEST = 10;

const TRUTHS = new Set(['==', '!=', '<', '<=', '>', '>=', '&&', '||', '!']);

/** The formula as a TypeScript expression in x; functions outside Math (`sigmoid`, `erf`) keep their names. */
export function toCode(program: Program): string {
  const piece = print(
    program,
    (text) => text,
    (step, args) => {
      const { name } = step.operation;
      if (TRUTHS.has(name) || name === '?')
        return codeOf(step, [args[0]!, ...args.slice(1).map(name === '?' ? number : same)]);
      return codeOf(step, args.map(number));
    },
  );
  return number(piece).text;
}

function codeOf({ operation: { name, builtIn } }: Apply, args: readonly Piece[]): Piece {
  const power = POWERS[name] ?? TIGHTEST;
  const truth = TRUTHS.has(name);
  const [a, b, c] = args as [Piece, Piece, Piece];
  // JavaScript refuses a sign in front of a power without brackets.
  if (name === 'neg' || name === '!')
    return { text: `${truth ? '!' : '-'}${wrap(a, TIGHTEST)}`, power, truth };
  if (name === '^') return { text: `${wrap(a, TIGHTEST)} ** ${wrap(b, TIGHTEST)}`, power };
  if (name === '?') return { text: `${wrap(a, 2)} ? ${wrap(b, 1)} : ${wrap(c, 1)}`, power };
  if (power < TIGHTEST) {
    const sign = name === '==' || name === '!=' ? `${name}=` : name;
    return { text: `${wrap(a, power)} ${sign} ${wrap(b, power + 1)}`, power, truth };
  }
  return { text: `${builtIn ? 'Math.' : ''}${name}(${args.map(({ text }) => text).join(', ')})`, power };
}

function same(piece: Piece): Piece {
  return piece;
}

/** A truth used as a number, `(x > 0) * x`, has to be converted for TypeScript. */
function number(piece: Piece): Piece {
  return piece.truth ? { text: `Number(Boolean(${piece.text}))`, power: TIGHTEST } : piece;
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
    if (name === '*')
      return {
        text: `${brace(a, power)}${startsWithDigit(b) ? '\\cdot ' : '\\,'}${brace(b, power + 1)}`,
        power,
      };
    if (power < TIGHTEST)
      return { text: `${brace(a, power)} ${TEX_SIGNS[name] ?? name} ${brace(b, power + 1)}`, power };
    return {
      text: texCall(
        name,
        args.map(({ text }) => text),
      ),
      power,
    };
  }).text;
}

const TEX_SIGNS: Readonly<Record<string, string>> = {
  '||': '\\lor',
  '&&': '\\land',
  '==': '=',
  '!=': '\\ne',
  '<=': '\\le',
  '>=': '\\ge',
};
// The names KaTeX sets upright by itself.
const TEX_FUNCTIONS = new Set(['exp', 'log', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'min', 'max']);

function texCall(name: string, args: readonly string[]): string {
  if (name === 'abs') return `\\left|${args[0]}\\right|`;
  if (name === 'sqrt') return `\\sqrt{${args[0]}}`;
  if (name === 'floor') return `\\left\\lfloor ${args[0]}\\right\\rfloor`;
  if (name === 'ceil') return `\\left\\lceil ${args[0]}\\right\\rceil`;
  if (name === 'pow') return `\\left(${args[0]}\\right)^{${args[1]}}`;
  const head =
    name === 'sigmoid'
      ? '\\sigma'
      : name === 'normalCdf'
        ? '\\Phi'
        : TEX_FUNCTIONS.has(name)
          ? `\\${name}`
          : `\\operatorname{${name}}`;
  return `${head}\\left(${args.join(', ')}\\right)`;
}

function texNumber(text: string): string {
  if (text === 'pi' || text === 'π' || text === 'Math.PI') return '\\pi ';
  const [mantissa, exponent] = text.split(/e(?=[-+\d])/i);
  if (exponent !== undefined && /^[\d.]+$/.test(mantissa!))
    return `${mantissa}\\cdot 10^{${Number(exponent)}}`;
  return /^[a-zA-Z]{2,}|\./.test(text) && !/^[\d.]+$/.test(text)
    ? `\\mathrm{${text.replace('Math.', '')}}`
    : text;
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

function print(
  program: Program,
  number: (text: string) => string,
  apply: (step: Apply, args: Piece[]) => Piece,
): Piece {
  const stack: Piece[] = [];
  for (const step of program) {
    if (step.kind === 'x') stack.push({ text: 'x', power: TIGHTEST });
    else if (step.kind === 'number') stack.push({ text: number(step.text), power: TIGHTEST });
    else stack.push(apply(step, stack.splice(-step.count)));
  }
  return stack[0]!;
}
