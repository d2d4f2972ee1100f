import type {
  ControlValue,
  Definition,
  Failure,
  KernelOptions,
  KnownFunction,
  PageMessage,
} from '../protocol.ts';

type Unknown = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const isId = (value: unknown): value is string => isText(value) && /^[\w-]{1,80}$/.test(value);
const isList = <T>(value: unknown, test: (item: unknown) => item is T): value is T[] =>
  Array.isArray(value) && value.every(test);

const isValue = (value: unknown): value is ControlValue =>
  isText(value) || typeof value === 'number' || typeof value === 'boolean' || isList(value, isCount);

const isChoice = (value: unknown): value is ControlValue | null => value === null || isValue(value);

const isFailure = (value: unknown): value is Failure =>
  isObject(value) && isText(value.name) && isText(value.message);

const isDefinition = (value: unknown): value is Definition =>
  isObject(value) &&
  isId(value.cell) &&
  isCount(value.run) &&
  isText(value.code) &&
  isList(value.inputs, isText) &&
  isList(value.outputs, isText) &&
  typeof value.shows === 'boolean' &&
  (value.problem === null || isFailure(value.problem)) &&
  isList(value.controls, isChoice);

const isKnown = (value: unknown): value is KnownFunction =>
  isObject(value) && isId(value.id) && isText(value.label) && isText(value.formula);

/** Checks what arrives at the kernel; null for anything that is not a message. */
export function readPageMessage(value: unknown): PageMessage | null {
  if (!isObject(value)) return null;
  switch (value.type) {
    case 'update':
      return isList(value.define, isDefinition) &&
        isList(value.remove, isId) &&
        isList(value.functions, isKnown)
        ? (value as PageMessage)
        : null;
    case 'input':
      return isId(value.cell) && isCount(value.control) && isValue(value.value)
        ? (value as PageMessage)
        : null;
    case 'ack':
      return isCount(value.batch) ? (value as PageMessage) : null;
    case 'asset':
      return isText(value.name) && (value.text === null || isText(value.text))
        ? (value as PageMessage)
        : null;
    case 'ping':
      return isCount(value.id) ? (value as PageMessage) : null;
    default:
      return null;
  }
}

/** The settings that come with the port. Throws TypeError when they make no sense. */
export function readOptions(value: unknown): KernelOptions {
  const width = isObject(value) ? value.width : undefined;
  if (!isCount(width) || width < 50 || width > 5000) {
    throw new TypeError(`invalid width: ${String(width)}; expected an integer from 50 to 5000`);
  }
  return { width };
}
