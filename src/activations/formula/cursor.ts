import { FormulaError, type Mistake } from './error.ts';
import { shorten } from './suggest.ts';
import type { Token } from './tokens.ts';

/** Walks over the tokens of a formula and complains about the one it stands at. */
export class Cursor {
  protected readonly tokens: readonly Token[];
  private readonly text: string;
  private position = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text;
    this.tokens = tokens;
  }

  protected peek(ahead = 0): Token {
    return this.tokens[Math.min(this.position + ahead, this.tokens.length - 1)]!;
  }

  protected next(): Token {
    const token = this.peek();
    this.position++;
    return token;
  }

  protected back(): void {
    this.position--;
  }

  protected isSign(sign: string, ahead = 0): boolean {
    const { kind, text } = this.peek(ahead);
    return kind === 'sign' && text === sign;
  }

  /** What was meant by a function without its bracket, as in sin^2 x or log|x|. */
  protected withoutBracket(name: string): string | null {
    if (this.isSign('^')) return `a power goes behind the bracket: ${name}(x)^2`;
    const { index } = this.peek();
    const close = this.tokens.find((token) => token.index > index && token.text === '|');
    if (!this.isSign('|') || !close) return null;
    return `write ${name}(|${this.text.slice(index + 1, close.index).trim()}|)`;
  }

  protected isNumberBefore(): boolean {
    return this.tokens[this.position - 1]?.kind === 'number';
  }

  protected close(sign: string): void {
    if (!this.isSign(sign)) this.unexpected(`an operator or ${sign}`);
    this.next();
  }

  protected unexpected(expected: string, suggestion: string | null = null): never {
    const token = this.peek();
    const problem = token.kind === 'end' ? 'unfinished formula' : 'unexpected sign';
    this.fail(token, { problem, expected, suggestion: suggestion ?? this.commonMistake(token) });
  }

  protected fail(
    token: Token,
    mistake: Omit<Mistake, 'index' | 'found'> & { readonly found?: string },
  ): never {
    throw new FormulaError(this.text, { found: shorten(token.text), ...mistake, index: token.index });
  }

  private commonMistake({ text, kind }: Token): string | null {
    if (kind !== 'sign') return null;
    const between = this.isNumberBefore() && this.peek(1).kind === 'number';
    if (text === ',' && between) return 'decimals take a point: 1.5';
    if (text === '=') return 'leave out what stands before =, or write == to compare';
    if (text === ')') return 'there is no ( for it';
    return null;
  }
}
