import { list } from '../../src/activations/properties/words.ts';
import { curvePoints, type Order } from '../../src/figure/curve.ts';
import { curveWords } from '../../src/figure/curveWords.ts';
import { cellText } from '../../src/figure/table.ts';
import type { Reading, Table } from '../../src/figure/widget.ts';
import type { Lab } from './model.ts';
import { best, type Kind, type Shape, shapeOf } from './shape.ts';

export const shown = (value: number, digits = 6): string =>
  cellText(Number(value.toPrecision(12)) + 0, digits);

/** 10^−5, from its exponent. */
const power = (exponent: number): string => `10^${String(Number(exponent.toFixed(2))).replace('-', '−')}`;
const stepText = (h: number): string => `h = ${power(Math.round(Math.log10(h)))}`;
const spokenPower = (text: string): string => text.replaceAll('10^', '10 to the power ');

/** How far off a difference is that no step size brings nearer; empty where that is rounding alone. */
function offBy(lab: Lab, kind: Kind): string {
  const least = best(lab.errors, kind)?.[kind] ?? 0;
  return least > 1e-9 ? shown(least, 2) : '';
}

function describeKind(lab: Lab, kind: Kind): string {
  const row = best(lab.errors, kind);
  const low = row && `${power(row.exponent)} with ${shown(row[kind], 2)}`;
  const way: Readonly<Record<Shape, string>> = {
    V: `falls smoothly to its lowest point near h = ${low}, and rises raggedly to the left of it`,
    falls: `falls all the way to the left, lowest near h = ${low}`,
    rises: 'rises all the way to the left',
    level: offBy(lab, kind)
      ? `stays at about ${offBy(lab, kind)} at every h`
      : 'stays at the level of rounding at every h',
  };
  return way[shapeOf(lab, kind)];
}

/** A function need not have a slope everywhere: where it has no value, at a pole, or where it rises upright. */
function slopeless({ activation, x, analytic }: Lab): string {
  const finite = Number.isNaN(analytic) || !Number.isFinite(activation.f(x)) ? '' : 'finite ';
  return `${activation.label} has no ${finite}slope at ${shown(x, 4)}`;
}

export function describeError(lab: Lab): string {
  if (!Number.isFinite(lab.analytic)) return `No error to draw: ${slopeless(lab)}.`;
  return spokenPower(
    `Error of the derivative of ${lab.activation.label} at ${shown(lab.x, 4)} by step size h from 10^−15 at the left to 10^−1 at the right, ` +
      `both axes logarithmic. From right to left the error of the forward difference ${describeKind(lab, 'forward')}; that of the ` +
      `central difference ${describeKind(lab, 'central')}. Level lines at the bottom: dual numbers and reverse mode.`,
  );
}

/** The slopes on both sides of the point, and what the book takes there. */
function describeKink({ kink, sides, analytic, activation, x }: Lab): string {
  if (!kink || !sides) return '';
  const jump = kink.of === 'f' ? ` jumps from ${shown(kink.left)} to ${shown(kink.right)}, with` : ' has';
  return `At ${shown(x, 4)} ${activation.label}${jump} slope ${shown(sides.left)} from the left and ${shown(sides.right)} from the right; the convention takes ${shown(analytic)}.`;
}

export function describeMicroscope(lab: Lab): string {
  const { activation, x, zoom, h, analytic, forward, central, chordsSeen } = lab;
  const tangent = Number.isFinite(analytic)
    ? `The tangent has slope ${shown(analytic)}.`
    : Number.isFinite(activation.f(x))
      ? 'The tangent is upright.'
      : 'There is no tangent.';
  const at = lab.kink ? describeKink(lab) : tangent;
  const chords = chordsSeen
    ? `, with two chords for h = ${shown(h, 2)}: that of the forward difference has slope ${shown(forward, 3)}, that of the central one ${shown(central, 3)}`
    : `; the chords for h = ${shown(h, 2)} are too short to be drawn`;
  return spokenPower(
    `${activation.label} around ${shown(x, 4)}, ${shown(zoom, 2)} to each side${chords}. ${at}`,
  );
}

/** The functions compared are drawn from −REACH to REACH. */
export const REACH = 5;

const orders: Readonly<Record<Order, string>> = { f: 'f', df: 'f′', d2f: 'f″' };

/** One of the three plots: the course of each of its curves. */
export function describeOrder({ compared }: Lab, order: Order): string {
  const curves = compared.map((a) => `${a.label}: ${curveWords(curvePoints(a, -REACH, REACH, order, 0))}`);
  return `${orders[order]} for x from −${REACH} to ${REACH}. ${curves.join('. ')}.`;
}

const describeFunctions = (lab: Lab): string =>
  (['f', 'df', 'd2f'] as const).map((order) => describeOrder(lab, order)).join(' ');

function clauseOf(lab: Lab, kind: Kind, shape: Shape, turn: string): string {
  if (shape === 'V') return `best near h = ${turn}`;
  if (shape === 'falls') return 'better with every smaller step';
  if (shape === 'rises') return 'worse with every smaller step';
  return offBy(lab, kind) ? `off by ${offBy(lab, kind)} at every step` : 'exact up to rounding at every step';
}

/** What the error does with the step, as the picture shows it: a turning point is told only of a V. */
function errorTitle(lab: Lab): string {
  if (!Number.isFinite(lab.analytic)) return slopeless(lab);
  const [forward, central] = (['forward', 'central'] as const).map((kind) => {
    const shape = shapeOf(lab, kind);
    const turn = power(Math.round(best(lab.errors, kind)?.exponent ?? 0));
    return { shape, turn, clause: clauseOf(lab, kind, shape, turn) };
  }) as [Told, Told];
  const where = `${lab.activation.label} at ${shown(lab.x, 4)}`;
  if (forward.shape === 'V' && central.shape === 'V') {
    const down = `A smaller step is better only down to about ${forward.turn}`;
    return forward.turn === central.turn
      ? `${down}, forward and central alike`
      : `${down} forward, and ${central.turn} central`;
  }
  return forward.clause === central.clause
    ? `Both differences of ${where} are ${forward.clause}`
    : `For ${where} the forward difference is ${forward.clause}, the central one ${central.clause}`;
}

interface Told {
  readonly shape: Shape;
  readonly turn: string;
  readonly clause: string;
}

/** `f = 0.42`, which no line end parts. */
const set = (name: string, value: number): string => `${name}\u00a0=\u00a0${shown(value, 4)}`;

/** Where only the functions are drawn, the words are about them: what each says at the point. */
function readFunctions(lab: Lab): Reading {
  const { compared, kink, x } = lab;
  const values = compared.map(
    (a) => `${a.label} has ${set('f', a.f(x))}, ${set('f′', a.df(x))}, ${set('f″', a.d2f(x))}`,
  );
  const sides = kink ? ` ${describeKink(lab)}` : '';
  return {
    title: `${list(compared.map(({ label }) => label))}, with slope and curvature`,
    finding: `At x = ${shown(x, 4)} ${values.join('; ')}.${sides}`,
    description: describeFunctions(lab),
  };
}

/** The picture in words. */
export function read(lab: Lab): Reading {
  const { activation, x, h, analytic, forward, central, dual, reverse, kink } = lab;
  if (lab.show === 'functions') return readFunctions(lab);
  const title = kink
    ? `At the ${kink.of === 'f' ? 'jump' : 'kink'} of ${activation.label} the differences and the convention give ${shown(forward, 3)}, ${shown(central, 3)} and ${shown(analytic, 3)}`
    : errorTitle(lab);
  const exact = kink
    ? describeKink(lab)
    : `φ′ is ${shown(analytic)} for ${activation.label} at ${shown(x, 4)}.`;
  const automatic =
    dual === null || reverse === null ? '' : `Dual numbers ${shown(dual)}, reverse mode ${shown(reverse)}; `;
  const differences = `forward difference ${shown(forward)}, central ${shown(central)} with ${stepText(h)}.`;
  return {
    title,
    finding: `${exact} ${`${automatic}${differences}`.replace(/^f/, 'F')}`,
    description: [
      ['error', describeError(lab)],
      ['microscope', describeMicroscope(lab)],
      ['functions', describeFunctions(lab)],
    ]
      .filter(([part]) => lab.show === 'all' || lab.show === part)
      .map(([, text]) => text)
      .join(' '),
  };
}

/** The five ways, the slopes beside a kink, then the errors by step size. */
export function table({ analytic, forward, central, dual, reverse, h, errors, sides }: Lab): Table {
  const miss = (value: number): number => Math.abs(value - analytic);
  const way = (name: string, value: number | null): (string | number)[] =>
    value === null ? [name, '–', '–'] : [name, value, miss(value)];
  return {
    columns: [{ label: 'way' }, { label: 'derivative', digits: 16 }, { label: 'error', digits: 3 }],
    rows: [
      way(sides ? 'analytic, by convention' : 'analytic', analytic),
      way('dual numbers', dual),
      way('reverse mode', reverse),
      way(`forward, ${stepText(h)}`, forward),
      way(`central, ${stepText(h)}`, central),
      ...(sides ? [way('slope from the left', sides.left), way('slope from the right', sides.right)] : []),
      ...errors
        .filter(({ exponent }) => Number.isInteger(exponent))
        .flatMap((row): (string | number)[][] => [
          [`forward, h = ${power(row.exponent)}`, '', row.forward],
          [`central, h = ${power(row.exponent)}`, '', row.central],
        ]),
    ],
  };
}
