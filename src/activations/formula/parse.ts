/*
 * A parser of our own, about 3 KB: jsep and its peers (expr-eval, mathjs) know no implicit multiplication and no |x|,
 * give positions for some errors only, and recurse once per bracket. What a reader types needs all of these.
 */
import { Cursor } from './cursor.ts';
import { FormulaError } from './error.ts';
import {
  findFunction,
  functionNames,
  mathNumbers,
  namedNumbers,
  type Operation,
  operators,
} from './functions.ts';
import type { Instruction, Program } from './program.ts';
import { describeName, nearestName } from './suggest.ts';
import { type Token, tokenize } from './tokens.ts';

export interface ParseOptions {
  /** Further names and their values, e.g. `{ beta: 1.5 }`. */
  readonly numbers?: Readonly<Record<string, number>>;
}

/** Longest formula accepted: evaluating it thousands of times must stay quick. */
export const LONGEST = 1000;
const DEEPEST = 100;

// Binding powers, from weakest: a ? b : c, ||, &&, comparisons, + −, * /, implicit product, unary −; ^ binds tightest.
const TERNARY = 1;
const INFIX: Readonly<Record<string, number>> = Object.fromEntries(
  ['||', '&&', '== !=', '< <= > >=', '+ -', '* /'].flatMap((signs, i) =>
    signs.split(' ').map((sign) => [sign, i + 2]),
  ),
);
/** 1/2x is 1/(2x): a product without a sign reads as one piece. */
const IMPLICIT = 8;
const UNARY = 9;

/**
 * Reads a formula in x, such as `x * sigmoid(1.5x)`, `max(0.1x, min(x, 6))`, `x > 0 ? x : 0.1x`, `|x|`, `sin(x)^2`.
 * −x^2 is −(x²), a^b^c is a^(b^c). Accepts JavaScript's `Math.` prefix and `**`. Throws FormulaError at the first
 * mistake; at most 1000 characters and 100 levels of brackets, in time linear in the length.
 */
export function parseFormula(text: string, { numbers = {} }: ParseOptions = {}): Program {
  if (text.length > LONGEST) {
    throw new FormulaError(text, {
      index: LONGEST,
      problem: 'formula too long',
      found: `${text.length} characters`,
      expected: `at most ${LONGEST}`,
    });
  }
  return new Parser(text, tokenize(text), numbers).parse();
}

class Parser extends Cursor {
  private readonly numbers: Readonly<Record<string, number>>;
  private readonly program: Instruction[] = [];
  private depth = 0;
  /** Open |…| bars inside the innermost bracket. */
  private bars = 0;

  constructor(text: string, tokens: readonly Token[], numbers: Readonly<Record<string, number>>) {
    super(text, tokens);
    this.numbers = numbers;
  }

  parse(): Program {
    this.expression(0);
    if (this.peek().kind !== 'end') this.unexpected('an operator or the end');
    return this.program;
  }

  private apply(name: string): void {
    const operation = operators.get(name)!;
    this.program.push({ kind: 'apply', operation, count: operation.arity[0] });
  }

  /** Reads everything that binds tighter than `power`. */
  private expression(power: number): void {
    if (++this.depth > DEEPEST) {
      this.fail(this.peek(), { problem: 'formula too deep', expected: `at most ${DEEPEST} levels` });
    }
    this.operand();
    while (this.continuation(power));
    this.depth--;
  }

  private operand(): void {
    const token = this.next();
    if (token.kind === 'number') this.program.push({ kind: 'number', value: token.value, text: token.text });
    else if (token.kind === 'name') this.name(token);
    else if (token.text === '(') this.bracket();
    else if (token.text === '|') this.absolute(token);
    else if (token.text === '-' || token.text === '!') {
      this.expression(UNARY);
      this.apply(token.text === '-' ? 'neg' : '!');
    } else if (token.text === '+') this.expression(UNARY);
    else {
      this.back();
      this.unexpected('a number, x, a function or (');
    }
  }

  private bracket(): void {
    const outer = this.bars;
    this.bars = 0;
    this.expression(0);
    this.bars = outer;
    this.close(')');
  }

  private absolute(open: Token): void {
    this.bars++;
    this.expression(0);
    if (!this.isSign('|')) this.unexpected(`| to close the one at ${open.index + 1}`);
    this.next();
    this.bars--;
    this.program.push({ kind: 'apply', operation: findFunction('abs')!, count: 1 });
  }

  private name(token: Token): void {
    if (token.text === 'Math' && this.isSign('.')) {
      this.next();
      this.member(this.next());
      return;
    }
    const { text } = token;
    if (text === 'x') this.program.push({ kind: 'x' });
    else if (Object.hasOwn(this.numbers, text)) {
      this.program.push({ kind: 'number', value: this.numbers[text]!, text });
    } else if (Object.hasOwn(namedNumbers, text)) {
      this.program.push({ kind: 'number', value: namedNumbers[text]!, text });
    } else {
      const operation = findFunction(text);
      if (operation) this.call(operation);
      else this.unknown(token);
    }
  }

  private member(token: Token): void {
    const { text } = token;
    const operation = findFunction(text);
    if (Object.hasOwn(mathNumbers, text)) {
      this.program.push({ kind: 'number', value: mathNumbers[text]!, text: `Math.${text}` });
    } else if (operation) this.call(operation);
    else this.unknown(token);
  }

  private call(operation: Operation): void {
    if (!this.isSign('(')) {
      this.unexpected(`( after ${operation.name}`, this.withoutBracket(operation.name));
    }
    this.next();
    const outer = this.bars;
    this.bars = 0;
    let count = 0;
    if (!this.isSign(')')) {
      do {
        this.expression(0);
        count++;
      } while (this.isSign(',') && this.next());
    }
    this.bars = outer;
    const [fewest, most] = operation.arity;
    if (count < fewest || count > most) {
      const wanted =
        fewest === most ? `${fewest}` : count < fewest ? `at least ${fewest}` : `at most ${most}`;
      const problem = `wrong number of arguments of ${operation.name}`;
      this.fail(this.peek(), { problem, found: `${count}`, expected: wanted });
    }
    this.close(')');
    this.program.push({ kind: 'apply', operation, count });
  }

  /** Reads one more operator after a complete operand; false when what follows binds too loosely or ends it. */
  private continuation(power: number): boolean {
    const token = this.peek();
    if (token.kind === 'end') return false;
    if (token.kind !== 'sign' || token.text === '(') return this.product(power);
    if (token.text === '|') return this.bar(power);
    if (token.text === '^') {
      this.next();
      // Right-associative, and the exponent may carry a sign: 2^-x.
      this.expression(UNARY);
      this.apply('^');
      return true;
    }
    if (token.text === '?') return this.choice(power);
    const strength = INFIX[token.text];
    if (strength === undefined || strength <= power) return false;
    this.infix(token, strength);
    return true;
  }

  private infix(token: Token, strength: number): void {
    this.next();
    this.expression(strength);
    this.apply(token.text);
    const after = this.peek();
    if (strength === INFIX['<'] && after.kind === 'sign' && INFIX[after.text] === strength) {
      this.unexpected('one comparison at a time', 'write a < x && x < b');
    }
  }

  private product(power: number): boolean {
    if (IMPLICIT <= power) return false;
    if (this.peek().kind === 'number' && this.isNumberBefore())
      this.unexpected('an operator between two numbers');
    this.expression(IMPLICIT);
    this.apply('*');
    return true;
  }

  private bar(power: number): boolean {
    if (this.bars > 0) return false;
    if (!this.isSign('|', 1) || this.peek(1).spaced) return this.product(power);
    if (INFIX['||']! <= power) return false;
    this.next();
    this.next();
    this.expression(INFIX['||']!);
    this.apply('||');
    return true;
  }

  private choice(power: number): boolean {
    if (TERNARY <= power) return false;
    this.next();
    this.expression(0);
    if (!this.isSign(':')) this.unexpected(': and the value for otherwise');
    this.next();
    this.expression(0);
    this.apply('?');
    return true;
  }

  private unknown(token: Token): never {
    const names = ['x', ...Object.keys(this.numbers), ...Object.keys(namedNumbers), ...functionNames];
    const suggestion = this.tokens.some(({ text }) => text === '=')
      ? 'leave out what stands before ='
      : nearestName(token.text, names);
    const found = describeName(token.text);
    this.fail(token, { problem: 'unknown name', found, expected: 'x, pi, e or a function', suggestion });
  }
}
