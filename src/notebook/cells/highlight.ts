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
  'as async await break case catch class const continue default delete do else export extends finally for from function if import in instanceof interface let new of return static switch throw try type typeof var void while yield'.split(
    ' ',
  ),
);

const patterns =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|(?<number>\d[\w.]*)|(?<word>[A-Za-z_$][\w$]*)|(?<space>\s+)|(?<mark>[^\w\s])/gu;

function word(text: string, before: string, familyOf: FamilyOf): Token {
  if (keywords.has(text) && before !== '.') return { text, kind: 'k' };
  const family = familyOf(text);
  return family ? { text, kind: 'plain', family } : { text, kind: 'plain' };
}

/** Splits TypeScript into tokens; their texts joined are the code. A name in a type or a key keeps its ink. */
export function tokens(code: string, familyOf: FamilyOf): Token[] {
  const found: Token[] = [];
  for (const { groups = {}, 0: text } of code.matchAll(patterns)) {
    if (groups['comment']) found.push({ text, kind: 'c' });
    else if (groups['word']) found.push(word(text, found.at(-1)?.text ?? '', familyOf));
    else found.push({ text, kind: groups['mark'] ? 'p' : 'plain' });
  }
  return found;
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
