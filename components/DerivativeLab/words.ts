import { cellText } from '../../src/figure/table.ts';
import type { Reading, Table } from '../../src/figure/widget.ts';
import type { ErrorRow, Lab } from './model.ts';

export const shown = (value: number, digits = 6): string =>
  cellText(Number(value.toPrecision(12)) + 0, digits);

/** 10^−5, from its exponent. */
const power = (exponent: number): string => `10^${String(Number(exponent.toFixed(2))).replace('-', '−')}`;

/** The row with the smallest error that is not zero by luck. */
export function best(errors: readonly ErrorRow[], kind: 'forward' | 'central'): ErrorRow | null {
  const fair = errors.filter((row) => row[kind] > 0 && Number.isFinite(row[kind]));
  return fair.reduce<ErrorRow | null>(
    (least, row) => (!least || row[kind] < least[kind] ? row : least),
    null,
  );
}

const spokenPower = (text: string): string => text.replaceAll('10^', '10 to the power ');

export function describeError({ activation, x, errors }: Lab): string {
  const low = (kind: 'forward' | 'central') => {
    const row = best(errors, kind);
    return row ? `lowest near h = ${power(row.exponent)} with ${shown(row[kind], 2)}` : 'exact at every h';
  };
  return spokenPower(
    `Error of the derivative of ${activation.label} at ${shown(x, 4)} by step size h from 10^−15 at the left to 10^−1 at the right, ` +
      `both axes logarithmic. Forward difference: ${low('forward')}. Central difference: ${low('central')}. To the right of the ` +
      'lowest point both rise smoothly, to its left raggedly.',
  );
}

export function describeMicroscope({ activation, x, zoom, h, kink, analytic }: Lab): string {
  const at = kink
    ? `The curve has a kink there: slope ${shown(kink.left)} from the left, ${shown(kink.right)} from the right; the book uses ${shown(analytic)}.`
    : `The tangent has slope ${shown(analytic)}.`;
  return `${activation.label} around ${shown(x, 4)}, ${shown(zoom, 2)} to each side, with the chords of the forward and the central difference for h = ${shown(h, 2)}. ${at}`;
}

export function describeFunctions({ compared }: Lab): string {
  return `Three plots for x from −5 to 5: f, f′ and f″ of ${compared.map((a) => a.label).join(', ')}.`;
}

/** The picture in words. */
export function read(lab: Lab): Reading {
  const { activation, x, h, analytic, forward, central, dual, kink, errors } = lab;
  const [f, c] = [best(errors, 'forward'), best(errors, 'central')];
  const where = `${activation.label} at ${shown(x, 4)}`;
  const title = kink
    ? `At the kink of ${activation.label} the differences and the convention give ${shown(forward, 3)}, ${shown(central, 3)} and ${shown(analytic, 3)}`
    : f && c && c.central < f.forward
      ? `A smaller step is better only down to about ${power(Math.round(f.exponent))} forward, and ${power(Math.round(c.exponent))} central`
      : `The differences of ${where} are exact up to rounding`;
  const automatic = dual === null ? '' : ` dual numbers ${shown(dual)},`;
  return {
    title,
    finding: `φ′ is ${shown(analytic)} for ${where};${automatic} forward difference ${shown(forward)}, central ${shown(central)} with h = ${shown(h, 2)}.`,
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

/** The five ways, then the errors by step size. */
export function table({ analytic, forward, central, dual, reverse, h, errors }: Lab): Table {
  const at = `h = ${shown(h, 2)}`;
  return {
    columns: [{ label: 'way' }, { label: 'derivative', digits: 16 }, { label: 'error', digits: 3 }],
    rows: [
      ['analytic', analytic, 0],
      ['dual numbers', dual ?? '–', dual === null ? '–' : Math.abs(dual - analytic)],
      ['reverse mode', reverse ?? '–', reverse === null ? '–' : Math.abs(reverse - analytic)],
      [`forward, ${at}`, forward, Math.abs(forward - analytic)],
      [`central, ${at}`, central, Math.abs(central - analytic)],
      ...errors
        .filter(({ exponent }) => Number.isInteger(exponent))
        .flatMap((row): (string | number)[][] => [
          [`forward, h = ${shown(10 ** row.exponent, 2)}`, '', row.forward],
          [`central, h = ${shown(10 ** row.exponent, 2)}`, '', row.central],
        ]),
    ],
  };
}
