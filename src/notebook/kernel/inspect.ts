import type { Inspected } from '../protocol.ts';

/** Limits of one inspected value; a value beyond them is cut, never refused. */
const limits = { depth: 4, entries: 60, nodes: 600, text: 10_000, within: 200 };

interface Budget {
  nodes: number;
}

/**
 * A value as text that can be opened level by level. Never calls the value's own code as far as JavaScript allows:
 * getters are named, not read; `toString` and `toJSON` are not asked. Proxies may still run; what throws is
 * shown as unreadable.
 */
export function inspect(value: unknown): Inspected {
  return inspectAt(value, 0, { nodes: limits.nodes }, []);
}

/** The same on one line, as a console writes it: strings stand bare. */
export function inspectLine(value: unknown): string {
  return typeof value === 'string' ? cut(value, limits.text) : inspect(value).text;
}

const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}… (${text.length} characters)` : text;

function inspectAt(value: unknown, depth: number, budget: Budget, path: readonly object[]): Inspected {
  budget.nodes--;
  switch (typeof value) {
    case 'number':
      return { kind: 'number', text: Object.is(value, -0) ? '-0' : String(value) };
    case 'bigint':
      return { kind: 'number', text: cut(`${value}n`, depth ? limits.within : limits.text) };
    case 'string':
      return { kind: 'string', text: JSON.stringify(cut(value, depth ? limits.within : limits.text)) };
    case 'boolean':
      return { kind: 'boolean', text: String(value) };
    case 'undefined':
      return { kind: 'empty', text: 'undefined' };
    case 'symbol':
      return { kind: 'symbol', text: cut(String(value), limits.within) };
  }
  if (value === null) return { kind: 'empty', text: 'null' };
  try {
    return typeof value === 'function'
      ? inspectFunction(value)
      : inspectObject(value as object, depth, budget, path);
  } catch {
    return { kind: 'object', text: '(cannot be read)' };
  }
}

function inspectFunction(value: object): Inspected {
  const name = ownText(value, 'name');
  const isClass = Function.prototype.toString.call(value).startsWith('class');
  return {
    kind: 'function',
    text: cut(`${isClass ? 'class' : 'ƒ'} ${name || '(anonymous)'}`, limits.within),
  };
}

function inspectObject(value: object, depth: number, budget: Budget, path: readonly object[]): Inspected {
  if (path.includes(value)) return { kind: 'object', text: '(circular)' };
  if (value instanceof Getter) return { kind: 'function', text: '(getter)' };
  if (value instanceof Date) {
    const time = Date.prototype.getTime.call(value);
    return { kind: 'date', text: Number.isNaN(time) ? 'Invalid Date' : new Date(time).toISOString() };
  }
  if (value instanceof RegExp)
    return { kind: 'object', text: cut(RegExp.prototype.toString.call(value), limits.within) };
  if (value instanceof Error) {
    return {
      kind: 'error',
      text: cut(`${ownText(value, 'name') || className(value)}: ${ownText(value, 'message')}`, limits.text),
    };
  }
  const all = contentsOf(value);
  const head = `${all.name}${all.size === null ? '' : `(${all.size})`}`;
  if (depth >= limits.depth || budget.nodes <= 0)
    return { kind: 'object', text: `${head} ${all.brackets[0]}…${all.brackets[1]}` };
  const entries: (readonly [string, Inspected])[] = [];
  for (const [key, read] of all.entries()) {
    if (entries.length >= limits.entries || budget.nodes <= 0) break;
    entries.push([cut(key, limits.within), inspectAt(read(), depth + 1, budget, [...path, value])]);
  }
  const more = Math.max(0, all.count - entries.length);
  return { kind: 'object', text: summary(head, all, entries, more), entries, ...(more > 0 && { more }) };
}

interface Contents {
  readonly name: string;
  readonly size: number | null;
  readonly count: number;
  readonly brackets: readonly [string, string];
  readonly keyed: boolean;
  entries(): Iterable<readonly [key: string, read: () => unknown]>;
}

function contentsOf(value: object): Contents {
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView)))
    return listContents(value);
  if (value instanceof Map) {
    const size = value.size;
    const pairs = Map.prototype.entries.bind(value);
    return { ...collection(value, size), keyed: true, entries: () => mapEntries(pairs()) };
  }
  if (value instanceof Set) {
    const items = Set.prototype.values.bind(value);
    return { ...collection(value, value.size), keyed: false, entries: () => setEntries(items()) };
  }
  const keys = Reflect.ownKeys(value).filter(
    (key) => Object.getOwnPropertyDescriptor(value, key)?.enumerable,
  );
  const name = className(value);
  return {
    name: name === 'Object' ? '' : name,
    size: null,
    count: keys.length,
    brackets: ['{', '}'],
    keyed: true,
    entries: () => keys.map((key) => [String(key), () => ownValue(value, key)] as const),
  };
}

function listContents(value: object): Contents {
  const list = value as ArrayLike<unknown>;
  const { length } = list;
  const shown = Math.min(length, limits.entries);
  return {
    name: className(value),
    size: length,
    count: length,
    brackets: ['[', ']'],
    keyed: false,
    entries: () =>
      Array.from({ length: shown }, (_, i) => [String(i), () => ownValue(value, String(i))] as const),
  };
}

const collection = (value: object, size: number): Pick<Contents, 'name' | 'size' | 'count' | 'brackets'> => ({
  name: className(value),
  size,
  count: size,
  brackets: ['{', '}'],
});

function* mapEntries(pairs: Iterable<[unknown, unknown]>): Generator<readonly [string, () => unknown]> {
  for (const [key, item] of pairs) yield [inspectAt(key, limits.depth, { nodes: 1 }, []).text, () => item];
}

function* setEntries(items: Iterable<unknown>): Generator<readonly [string, () => unknown]> {
  let i = 0;
  for (const item of items) yield [String(i++), () => item];
}

/** Stands for a property whose value only a getter knows. */
class Getter {}

function ownValue(value: object, key: string | symbol): unknown {
  const property = Object.getOwnPropertyDescriptor(value, key);
  if (!property) return undefined;
  return 'value' in property ? property.value : new Getter();
}

function ownText(value: object, key: string): string {
  let at: object | null = value;
  for (let steps = 0; at && steps < 20; steps++) {
    const property = Object.getOwnPropertyDescriptor(at, key);
    if (property) return typeof property.value === 'string' ? property.value : '';
    at = Object.getPrototypeOf(at) as object | null;
  }
  return '';
}

function className(value: object): string {
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype === null) return 'null-prototype';
  const made = ownValue(prototype, 'constructor');
  return typeof made === 'function' ? cut(ownText(made, 'name'), limits.within) || 'Object' : 'Object';
}

/** About eighty characters of what is inside. */
function summary(
  head: string,
  all: Contents,
  entries: readonly (readonly [string, Inspected])[],
  more: number,
): string {
  const parts: string[] = [];
  let length = 0;
  for (const [key, item] of entries) {
    const inner = item.text.length > 40 ? item.text.replace(/([[{]).*([\]}])$/s, '$1…$2') : item.text;
    const part = all.keyed ? `${key}${all.name === 'Map' ? ' => ' : ': '}${inner}` : inner;
    if (length + part.length > 80 && parts.length > 0) break;
    parts.push(part);
    length += part.length + 2;
  }
  if (more > 0 || parts.length < entries.length) parts.push('…');
  const [open, close] = all.brackets;
  return `${head}${head ? ' ' : ''}${open}${parts.join(', ')}${close}`;
}
