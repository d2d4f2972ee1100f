/** One word of code: what it says, and the class that shows what it is (`k` keyword, `c` comment, `p` punctuation). */
export interface Token {
  readonly text: string;
  readonly kind: 'k' | 'c' | 'p' | 'plain';
  /** Family of the activation function that the word names, for its hue. */
  readonly family?: string;
}

/** Family of the function that a word names, for its hue (`--fn-<family>-text`); null for every other word. */
export type FamilyOf = (word: string) => string | null;

export const keywords: ReadonlySet<string> = new Set(
  'as async await break case catch class const continue default delete do else export extends finally for function if import in infer instanceof interface keyof let new null of readonly return satisfies static super switch this throw try type typeof var void while yield'.split(
    ' ',
  ),
);

const patterns =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|(?<number>0x[\da-f]+|\d[\d_.]*(?:e[+-]?\d+)?n?)|(?<word>[\p{L}_$][\p{L}\p{N}_$]*)|(?<space>\s+)|(?<mark>[\s\S])/giu;

function word(text: string, before: string, familyOf: FamilyOf): Token {
  if (keywords.has(text) && before !== '.') return { text, kind: 'k' };
  const family = familyOf(text);
  return family ? { text, kind: 'plain', family } : { text, kind: 'plain' };
}

/** Whether the word that ends here is the key of an object or of a type. */
function isKey(before: readonly Token[], code: string, end: number): boolean {
  const previous = before.findLast((token) => token.text.trim() !== '')?.text ?? '';
  return /^[{,;]$/.test(previous) && /^\??:/.test(code.slice(end, end + 2));
}

/** Splits TypeScript into tokens; their texts joined are the code. A name in a type or a key keeps its ink. */
export function tokens(code: string, familyOf: FamilyOf): Token[] {
  const found: Token[] = [];
  for (const { groups = {}, 0: text, index } of code.matchAll(patterns)) {
    if (groups['comment']) found.push({ text, kind: 'c' });
    else if (groups['word'] && isKey(found, code, index + text.length)) found.push({ text, kind: 'plain' });
    else if (groups['word']) found.push(word(text, found.at(-1)?.text ?? '', familyOf));
    else if (text.startsWith('`')) found.push(...template(text, familyOf));
    else found.push({ text, kind: groups['mark'] ? 'p' : 'plain' });
  }
  return found;
}

/** A template as text and, between `${` and `}`, code. */
function template(text: string, familyOf: FamilyOf): Token[] {
  return text.split(/(\$\{[^{}`]*\})/).flatMap((part): Token[] => {
    if (!part.startsWith('${') || !part.endsWith('}')) return part ? [{ text: part, kind: 'plain' }] : [];
    return [{ text: '${', kind: 'p' }, ...tokens(part.slice(2, -1), familyOf), { text: '}', kind: 'p' }];
  });
}

/** The tokens of each line of the code, without the line ends. */
export function lines(code: string, familyOf: FamilyOf): Token[][] {
  const rows: Token[][] = [[]];
  for (const token of tokens(code, familyOf)) {
    token.text.split('\n').forEach((text, i) => {
      if (i > 0) rows.push([]);
      if (text !== '') rows.at(-1)!.push({ ...token, text });
    });
  }
  return rows;
}
