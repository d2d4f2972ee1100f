import type { Failure, Inspected, KernelMessage, LogLine, Output, Report, Shown } from '../protocol.ts';
import { isControl, isControlValue } from './readControl.ts';
import { isMarkup } from './readMarkup.ts';
import { isCount, isId, isList, isObject, isText } from './shapes.ts';

const isPlace = (value: unknown): value is number | null => value === null || isCount(value);
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);

const isFailure = (value: unknown): value is Failure =>
  isObject(value) &&
  isText(value.name) &&
  isText(value.message) &&
  isPlace(value.line) &&
  isPlace(value.column) &&
  isTextOrNull(value.hint) &&
  isTextOrNull(value.origin);

const kinds = ['number', 'string', 'boolean', 'empty', 'symbol', 'function', 'date', 'error', 'object'];

function isInspected(value: unknown, depth = 0): value is Inspected {
  if (!isObject(value) || depth > 10 || !isText(value.text) || !kinds.includes(value.kind as string))
    return false;
  if (value.more !== undefined && !isCount(value.more)) return false;
  if (value.entries === undefined) return true;
  return isList(
    value.entries,
    (entry): entry is [string, Inspected] =>
      Array.isArray(entry) && entry.length === 2 && isText(entry[0]) && isInspected(entry[1], depth + 1),
  );
}

const isColumn = (value: unknown): value is object =>
  isObject(value) && isText(value.name) && typeof value.numeric === 'boolean';

const isRow = (value: unknown): value is string[] => isList(value, isText);

const isTip = (value: unknown): value is object =>
  isObject(value) && Number.isFinite(value.x) && Number.isFinite(value.y) && isList(value.lines, isText);

/** No name and no formula is longer; what they say is read where it is used. */
const isShort = (value: unknown): boolean => isText(value) && value !== '' && value.length <= 1000;

function isOutput(value: unknown): value is Output {
  if (!isObject(value)) return false;
  switch (value.type) {
    case 'value':
      return isInspected(value.value);
    case 'table':
      return isList(value.columns, isColumn) && isList(value.rows, isRow) && isCount(value.total);
    case 'svg':
      return isMarkup(value.root) && isList(value.tips, isTip);
    case 'markup':
      return (value.language === 'html' || value.language === 'svg') && isText(value.text);
    case 'control':
      return isCount(value.control) && isControl(value.description) && isControlValue(value.value);
    case 'image':
      return isImage(value);
    case 'function':
      return isShort(value.name) && isShort(value.formula);
    case 'notice':
      return isText(value.text);
    default:
      return false;
  }
}

function isImage({ width, height, rgba }: Readonly<Record<string, unknown>>): boolean {
  if (!isCount(width) || !isCount(height) || !isText(rgba)) return false;
  return (
    width * height <= 1_000_000 &&
    /^[\w+/]*={0,2}$/.test(rgba) &&
    rgba.length === 4 * Math.ceil((width * height * 4) / 3)
  );
}

const isShown = (value: unknown): value is Shown =>
  isObject(value) && isCount(value.key) && isOutput(value.output);

const levels = ['log', 'info', 'warn', 'error', 'debug'];

const isLine = (value: unknown): value is LogLine =>
  isObject(value) && isText(value.text) && isCount(value.times) && levels.includes(value.level as string);

const statuses = ['running', 'done', 'failed', 'waiting'];

const isReport = (value: unknown): value is Report =>
  isObject(value) &&
  isId(value.cell) &&
  isCount(value.run) &&
  statuses.includes(value.status as string) &&
  (value.error === null || isFailure(value.error)) &&
  isTextOrNull(value.waitsFor) &&
  isList(value.shown, isShown) &&
  isList(value.log, isLine);

/** Checks what arrives from a kernel; null for anything that is not a message. Strict: the sender runs foreign code. */
export function readKernelMessage(value: unknown): KernelMessage | null {
  if (!isObject(value)) return null;
  switch (value.type) {
    case 'ready':
      return { type: 'ready' };
    case 'broken':
      return { type: 'broken' };
    case 'enter':
      return isId(value.cell) ? { type: 'enter', cell: value.cell } : null;
    case 'pong':
      return isCount(value.id) ? { type: 'pong', id: value.id } : null;
    case 'need':
      return value.asset === 'digits' ? { type: 'need', asset: 'digits' } : null;
    case 'batch':
      return isCount(value.batch) && isList(value.reports, isReport)
        ? { type: 'batch', batch: value.batch, reports: value.reports }
        : null;
    default:
      return null;
  }
}
