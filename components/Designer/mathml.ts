import type { Program } from '../../src/activations/formula/index.ts';

/** A printed piece and how tightly its outermost operator binds. */
interface Piece {
  readonly markup: string;
  readonly power: number;
}

const TIGHTEST = 10;
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
  neg: 8,
  '!': 8,
};
const SIGNS: Readonly<Record<string, string>> = {
  '||': 'or',
  '&&': 'and',
  '==': '=',
  '!=': '≠',
  '<': '&lt;',
  '<=': '≤',
  '>': '&gt;',
  '>=': '≥',
  '+': '+',
  '-': '−',
};
const FENCES: Readonly<Record<string, readonly [string, string]>> = {
  abs: ['|', '|'],
  floor: ['⌊', '⌋'],
  ceil: ['⌈', '⌉'],
};
const LETTERS: Readonly<Record<string, string>> = { sigmoid: 'σ', normalCdf: 'Φ' };

/** The longest formula that is set; a longer one says nothing that its own text does not. */
export const mostSteps = 80;

/**
 * A formula as the book understands it, in MathML: fractions and powers as they are computed, so that `1/2x` cannot be
 * misread. Every part comes from the parsed program, none from the reader's text as it stands, except numbers.
 */
export function toMathMl(program: Program): string {
  const stack: Piece[] = [];
  for (const step of program) {
    if (step.kind === 'x') stack.push({ markup: '<mi>x</mi>', power: TIGHTEST });
    else if (step.kind === 'number') stack.push(constant(step.text));
    else stack.push(apply(step.operation.name, stack.splice(-step.count)));
  }
  return `<math>${stack[0]!.markup}</math>`;
}

function constant(text: string): Piece {
  const name = text.replace('Math.', '');
  if (/^[\d.]/.test(name)) return { markup: `<mn>${name.replace(/[^\d.eE+-]/g, '')}</mn>`, power: TIGHTEST };
  return {
    markup: `<mi>${name === 'PI' || name === 'pi' ? 'π' : name.replace(/[^\wπ]/g, '')}</mi>`,
    power: TIGHTEST,
  };
}

function apply(name: string, args: readonly Piece[]): Piece {
  const power = POWERS[name] ?? TIGHTEST;
  const [a, b, c] = args as readonly [Piece, Piece, Piece];
  if (name === '/') return tight(`<mfrac>${row(a)}${row(b)}</mfrac>`);
  if (name === '^' || name === 'pow') return tight(`<msup>${row(within(a, TIGHTEST))}${row(b)}</msup>`);
  if (name === 'sqrt') return tight(`<msqrt>${a.markup}</msqrt>`);
  if (name === 'cbrt') return tight(`<mroot>${row(a)}<mn>3</mn></mroot>`);
  if (name === '?') return { markup: choice(a, b, c), power };
  if (name === 'neg' || name === '!') {
    return { markup: `${sign(name === 'neg' ? '−' : '¬')}${within(a, power).markup}`, power };
  }
  if (name === '*') return { markup: product(within(a, power), within(b, power + 1)), power };
  if (power < TIGHTEST) {
    const operator = sign(SIGNS[name] ?? name);
    return { markup: `${within(a, power).markup}${operator}${within(b, power + 1).markup}`, power };
  }
  return call(name, args);
}

function call(name: string, args: readonly Piece[]): Piece {
  const inside = args.map(({ markup }) => markup).join(sign(','));
  const fence = FENCES[name];
  if (fence) return tight(fenced(inside, fence[0], fence[1]));
  const head = `<mi mathvariant="normal">${LETTERS[name] ?? name}</mi>`;
  return tight(`${head}<mo>&#x2061;</mo>${fenced(inside, '(', ')')}`);
}

function choice(condition: Piece, yes: Piece, no: Piece): string {
  const line = (value: Piece, when: string) => `<mtr><mtd>${value.markup}</mtd><mtd>${when}</mtd></mtr>`;
  const rows = `${line(yes, `<mtext>if </mtext>${condition.markup}`)}${line(no, '<mtext>otherwise</mtext>')}`;
  return `<mrow><mo fence="true" stretchy="true">{</mo><mtable columnalign="left">${rows}</mtable></mrow>`;
}

/** A sign between a number and what begins with a digit, else none: 2 · 3, 2x. */
function product(a: Piece, b: Piece): string {
  return `${a.markup}${/^(?:<[^>]*>|\()*<mn>/.test(b.markup) ? sign('·') : '<mo>&#x2062;</mo>'}${b.markup}`;
}

const sign = (text: string): string => `<mo>${text}</mo>`;
const tight = (markup: string): Piece => ({ markup, power: TIGHTEST });
const row = ({ markup }: Piece): string => `<mrow>${markup}</mrow>`;
const fenced = (inside: string, open: string, close: string): string =>
  `<mrow><mo stretchy="false">${open}</mo>${inside}<mo stretchy="false">${close}</mo></mrow>`;

function within(piece: Piece, least: number): Piece {
  return piece.power < least ? tight(fenced(piece.markup, '(', ')')) : piece;
}
