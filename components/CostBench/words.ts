import { cellText } from '../../src/figure/table.ts';
import { wholeNumber } from '../../src/figure/wholeNumber.ts';
import type { Reading, Table } from '../../src/figure/widget.ts';
import type { Wish } from './measure.ts';
import type { Bench, Named } from './model.ts';

export const ns = (value: number): string => `${cellText(Number(value.toPrecision(3)), 3)} ns`;
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const settingsText = ({ size, order, precision, form }: Wish): string =>
  `${wholeNumber(size)} ${order} numbers of ${precision} bits, ${form} formulas`;

/** Where the numbers come from, and for which settings. */
export const taken = ({ source, made }: Bench): string =>
  `${source === 'recorded' ? 'recorded on the book’s machine' : 'measured in this browser'} for ${settingsText(made)}`;

/** What the controls ask for and the numbers do not answer. */
function missing({ wish, made }: Bench): string {
  const parts = [
    wish.size === made.size ? '' : `${wholeNumber(wish.size)} numbers`,
    wish.order === made.order ? '' : `${wish.order} inputs`,
    wish.precision === made.precision ? '' : `${wish.precision} bits`,
    wish.form === made.form ? '' : `${wish.form} formulas`,
  ];
  return new Intl.ListFormat('en').format(parts.filter(Boolean));
}

function missingSentence(bench: Bench): string {
  const parts = missing(bench);
  if (!parts) return '';
  return bench.source === 'recorded'
    ? `Not recorded: ${parts}; the button measures them here.`
    : `Not measured yet: ${parts}; press the button again.`;
}

const names = (list: readonly Named[]): string =>
  new Intl.ListFormat('en').format(
    list.map(({ label, family }) => (family === 'yours' ? `“${label}”` : label)),
  );

/** What there is to say of functions without a time, and of the reader's own. */
function ownSentence({ rows, waiting }: Bench): string {
  const timed = rows.filter(({ family }) => family === 'yours');
  const book = waiting.filter(({ family }) => family !== 'yours');
  const mine = waiting.filter(({ family }) => family === 'yours');
  const parts = [
    timed.length > 0 ? `${names(timed)} ran as WebAssembly made from the formula.` : '',
    book.length > 0 ? `Not recorded for this order: ${names(book)}.` : '',
    mine.length > 0 ? `Not measured yet: ${names(mine)}; the button does it.` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

const joined = (...sentences: readonly string[]): string => sentences.filter(Boolean).join(' ');
const capital = (text: string): string => text.replace(/^./, (c) => c.toUpperCase());

/** The picture in words. */
export function read(bench: Bench): Reading {
  const { rows, layer, flops, wish, made, copy } = bench;
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const scaled = wish.width === made.width ? '' : `, reckoned from ${made.width} inputs`;
  return {
    title: `Beside a layer of ${wish.width} inputs, ${first.label} takes ${percent(first.share)} of the time${
      first === last ? '' : ` and ${last.label} ${percent(last.share)}`
    }`,
    finding: joined(
      first === last
        ? `${ns(first.ns)} for ${first.label} per element, after ${ns(copy)} for copying are taken off.`
        : `From ${ns(first.ns)} for ${first.label} to ${ns(last.ns)} for ${last.label} per element, after ${ns(copy)} for copying are taken off.`,
      `One output of the layer takes ${ns(layer)}${scaled} and ${flops} operations, against ${last.operations} of ${last.label}.`,
      `${capital(taken(bench))}.`,
      missingSentence(bench),
      ownSentence(bench),
    ),
    description: joined(
      `Bar chart of nanoseconds per element without copying, ${taken(bench)}: ${rows
        .map(
          (row) =>
            `${row.label} ${ns(row.ns)}, operations of the layer to its own ${flops} : ${row.operations}`,
        )
        .join('; ')}.`,
      ownSentence(bench),
    ),
  };
}

/** Times, shares and operations. */
export function table({ rows, waiting, copy, layer, flops }: Bench): Table {
  return {
    columns: [
      { label: 'function' },
      { label: 'ns per element, copying taken off', digits: 3 },
      { label: 'with copying', digits: 3 },
      { label: 'share of function and layer', digits: 3 },
      { label: 'operations' },
      { label: 'operations of the layer (2n) per one of the function', digits: 4 },
    ],
    rows: [
      ...rows.map(({ label, ns: net, gross, share, operations }) => [
        label,
        net,
        gross,
        share,
        operations,
        operations > 0 ? flops / operations : '',
      ]),
      ...waiting.map(({ label, family }) => [
        label,
        family === 'yours' ? 'not measured' : 'not recorded',
        '',
        '',
        '',
        '',
      ]),
      ['copying alone', 0, copy, '', 0, ''],
      ['dense layer, per output', layer, '', '', flops, ''],
    ],
  };
}
