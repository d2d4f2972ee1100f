import { functionNames, namedNumbers } from '../../src/activations/formula/functions.ts';
import { closest, latinise } from '../../src/activations/formula/suggest.ts';
import { type Arguments, argumentEnd, argumentsAt, renamed, tokensOf } from './formulaText.ts';
import { unglued } from './gluedNames.ts';
import { foldName, knownFormula, knownNames, synonymOf } from './knownFunctions.ts';
import type { Repair } from './repair.ts';

/** An unknown name in its place. */
interface Place {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

const language = ['x', ...Object.keys(namedNumbers), ...functionNames];
/** Words that no function of x replaces, though one of a similar name exists. */
const NOTHING = new Set([
  'nan',
  'inf',
  'infinity',
  'null',
  'none',
  'true',
  'false',
  'undefined',
  'softmax',
  'random',
  'rand',
  'phi',
  'tau',
]);
const BRANCHING = new Set(['if', 'where', 'ifelse', 'cond', 'select']);

/** How one name may be mended. Where one way finds something, the later ones are not asked. */
const ways: readonly ((place: Place) => Repair[])[] = [
  inAnotherCase,
  asWord,
  asKnown,
  asVariable,
  asGlued,
  misspelt,
];

/** What may have been meant by the unknown name at `from`; whether it can be read is not asked yet. */
export function nameRepairs(text: string, from: number, to: number): Repair[] {
  const name = text.slice(from, to);
  // JavaScript's prefix is the language's only for what stands in its Math.
  const place = { name, before: text.slice(0, from).replace(/\bMath\s*\.\s*$/, ''), after: text.slice(to) };
  const latin = latinise(name);
  if (latin !== null) return [put(place, latin)];
  if (NOTHING.has(name.toLowerCase())) return [];
  // np.tanh, torch.nn.functional.gelu
  if (/^\s*\.\s*\p{L}/u.test(place.after)) return [withoutPrefix(place)];
  for (const way of ways) {
    const repairs = way(place);
    if (repairs.length > 0) return repairs;
  }
  return [];
}

const put = ({ before, after }: Place, by: string): Repair => ({ label: by, text: before + by + after });

function withoutPrefix({ before, after }: Place): Repair {
  const text = before + after.replace(/^\s*\.\s*/, '');
  return { label: text, text };
}

/** SIN, Pi, X. */
function inAnotherCase(place: Place): Repair[] {
  const lower = place.name.toLowerCase();
  return language.filter((known) => known.toLowerCase() === lower).map((known) => put(place, known));
}

/** `and`, `or`, `a if c else b`, `where(c, a, b)`, `lambda x:`. */
function asWord(place: Place): Repair[] {
  const { name, before, after } = place;
  if (name === 'and') return [put(place, '&&')];
  if (name === 'or') return [put(place, '||')];
  if (name === 'not') return [put(place, '!')];
  if (name === 'return' || name === 'lambda') {
    const text = after.replace(name === 'lambda' ? /^\s*\w+\s*:/ : '', '').trim();
    return [{ label: text, text }];
  }
  if (!BRANCHING.has(name)) return [];
  const called = argumentsAt(after, 0);
  if (called?.list.length === 3) {
    const [condition, yes, no] = called.list;
    return [around(place, `${condition} ? ${yes} : ${no}`, called)];
  }
  const [condition, no] = after.split(/\belse\b/);
  if (no === undefined) return [];
  const text = `${condition!.trim()} ? ${before.trim()} : ${no.trim()}`;
  return [{ label: text, text }];
}

/** A function that goes by another name here, or by none: then its formula. */
function asKnown(place: Place): Repair[] {
  const synonym = synonymOf(place.name);
  if (synonym !== undefined) return [put(place, synonym)];
  const words = MORE_WORDS.exec(place.after)?.[0] ?? '';
  return [words, ''].flatMap((more) => asFormula(place, more));
}

/** leaky relu(x) and leaky-relu(x) are two names. */
const MORE_WORDS = /^(?:[\s-]+[\p{L}_][\p{L}\d_]*)+/u;

function asFormula({ name, before, after: behind }: Place, more: string): Repair[] {
  const after = behind.slice(more.length);
  for (const called of callsIn(after)) {
    const formula = knownFormula(name + more, called.list);
    if (formula !== null) return [around({ name, before, after }, formula, called)];
  }
  return [];
}

/** How a function may be called: nn.ELU(0.5)(x), elu(x, 0.5), elu x, elu. */
function callsIn(after: string): Arguments[] {
  const called = argumentsAt(after, 0);
  const made = called && argumentsAt(after, called.end);
  if (made) return [{ list: [...made.list, ...called.list.filter(Boolean)], end: made.end }, called];
  if (called) return [called];
  const end = /^\s+[\p{L}\d|]/u.test(after) ? argumentEnd(after, 0) : 0;
  return [end > 0 ? { list: [after.slice(0, end).trim()], end } : { list: ['x'], end: 0 }];
}

/** log-sigmoid(x), where log alone is a function: the word before `index` is the first of several. */
export function wordRepairs(text: string, index: number): Repair[] {
  const [before = '', name] = text.slice(0, index).split(/(\p{L}+)\s*$/u);
  if (name === undefined) return [];
  const after = text.slice(before.length + name.length);
  const words = MORE_WORDS.exec(after)?.[0];
  return words === undefined ? [] : asFormula({ name, before, after }, words);
}

/** A formula in place of a call, in brackets where it does not stand alone. */
function around({ before, after }: Place, formula: string, called: Arguments): Repair {
  const rest = after.slice(called.end);
  const alone = `${before}${rest}`.trim() === '';
  return { label: formula, text: alone ? formula : `${before}(${formula})${rest}` };
}

/** t sigmoid(t), where no x is. */
function asVariable({ name, before, after }: Place): Repair[] {
  const text = before + name + after;
  if ([...name].length > 1 || after.startsWith('(')) return [];
  if (tokensOf(text).some((token) => token.kind === 'name' && token.text === 'x')) return [];
  const inX = renamed(text, name, 'x');
  return inX === text ? [] : [{ label: inX, text: inX }];
}

/** sinx, x2 */
function asGlued(place: Place): Repair[] {
  const { name, before, after } = place;
  if (/^x[01]$/.test(name)) return [put(place, 'x')];
  const [, count] = /^x(\d+)$/.exec(name) ?? [];
  const counted = count !== undefined && !/[\p{L}\d)|]\s*$/u.test(before);
  const pieces = unglued(name, /^\s*\(/.test(after));
  return [...pieces, ...(counted ? [`${count}x`] : [])].map((by) => put(place, by));
}

/** sigmiod: a name of the language before one that needs a formula. */
function misspelt(place: Place): Repair[] {
  const name = foldName(place.name);
  // A number is not called.
  const near = closest(name, /^\s*\(/.test(place.after) ? functionNames : language);
  return (near.length > 0 ? near : closest(name, knownNames)).map((one) => put(place, one));
}
