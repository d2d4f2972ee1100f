import type { Bound } from './bounds.ts';
import type { PropertyReport } from './check.ts';
import type { Findings } from './findings.ts';
import type { FixedPointOfCurve } from './fixedPoints.ts';
import { type DeepSignal, signalVerdicts } from './signalVerdicts.ts';
import { smoothnessVerdict } from './smoothnessVerdict.ts';
import type { Tail } from './tails.ts';
import type { Verdict } from './verdict.ts';
import { capital, list, percent, place, shown } from './words.ts';

/**
 * What is true of a function in sentences, from what matters most to what refines it. `he` says where signals end up from
 * He's weights, σ_w² = 2. Three digits; powers of ten as `10^−6`.
 */
export function verdicts(it: Findings, he: DeepSignal): Verdict[] {
  if (it.report.random) return [random(it.report.random), ...failure(it.report)];
  const broken = [...failure(it.report), whole(it)];
  if (!it.report.reliable && it.hole) return broken;
  return [
    ...broken,
    bend(it),
    direction(it),
    bounds(it),
    ends(it),
    smoothnessVerdict(it),
    steepness(it),
    centre(it),
    ...fixedPoints(it),
    ...signalVerdicts(it.card, he),
  ];
}

function random({ x, values: [a, b] }: NonNullable<PropertyReport['random']>): Verdict {
  return {
    head: 'Random',
    witness: `f(${place(x)}) was ${shown(a)}, and then ${shown(b)}. Nothing else can be said of it.`,
  };
}

function failure({ failure }: PropertyReport): Verdict[] {
  return failure ? [{ head: 'Fails', witness: `f(${place(failure.x)}) ${failure.message}.` }] : [];
}

function whole({ hole, card, report }: Findings): Verdict {
  if (hole && card.valid.pole && Number.isFinite(hole.value))
    return { head: 'Not defined everywhere', witness: `It leaves for infinity at x = ${place(hole.x)}.` };
  if (hole) {
    const value = Number.isNaN(hole.value) ? 'is not a number' : `is ${shown(hole.value)}`;
    const rest = report.reliable ? '' : ' A network meets such inputs, and one is enough to stop it.';
    return { head: 'Not defined everywhere', witness: `f(${place(hole.x)}) ${value}.${rest}` };
  }
  if (Number.isNaN(card.valid.square)) {
    const witness = 'Finite from −30 to 30, but E f² cannot be found.';
    return { head: 'Cannot be averaged', witness };
  }
  const square = `E f² = ${shown(card.valid.square)} for standard normal inputs.`;
  if (!card.valid.holds)
    return { head: 'Out of scale', witness: `${square} Between 10^−6 and 10^6 is usable.` };
  return { head: 'Defined everywhere', witness: `A finite number from −30 to 30; ${square}` };
}

function bend({ card: { nonlinear }, line }: Findings): Verdict {
  if (nonlinear.constant)
    return { head: 'No bend', witness: 'It gives the same answer to every standard normal input.' };
  if (Number.isNaN(nonlinear.index))
    return {
      head: 'A bend of unknown size',
      witness: 'The averages that it is measured by cannot be found.',
    };
  if (nonlinear.straight && !line) {
    return {
      head: 'Almost a straight line',
      witness: 'For standard normal inputs a line explains all but a millionth of it.',
    };
  }
  if (nonlinear.straight) {
    return {
      head: 'A straight line',
      witness: 'Any stack of layers with it is one straight map: chapter 2.',
    };
  }
  const share = `A straight line explains ${percent(1 - nonlinear.index)} of what it does; the bend is the rest.`;
  if (nonlinear.polynomial) {
    return {
      head: 'Bends, but a polynomial',
      witness: `${share} Networks of polynomials are polynomials again: no width lets them approach every function.`,
    };
  }
  return { head: 'Bends', witness: share };
}

function direction({ report, fall }: Findings): Verdict {
  const way = report.direction;
  switch (way.kind) {
    case 'constant':
      return {
        head: report.range.min.value === report.range.max.value ? 'Constant' : 'Constant near 0',
        witness: 'It never moves between −10 and 10.',
      };
    case 'increasing':
    case 'decreasing': {
      const rises = way.kind === 'increasing';
      const [to, never] = rises ? ['rises', 'falls'] : ['falls', 'rises'];
      const witness = way.strictly
        ? `From −10 to 10 it ${to} at every step.`
        : `From −10 to 10 it never ${never}, but it rests in places.`;
      return { head: rises ? 'Monotone' : 'Monotone, downwards', witness };
    }
    case 'neither': {
      if (!fall)
        return {
          head: 'Not monotone',
          witness: `It falls at ${place(way.falls)} and rises at ${place(way.rises)}.`,
        };
      const { a, b } = fall;
      return {
        head: 'Not monotone',
        witness: `f(${place(a)}) > f(${place(b)}), although ${place(a)} < ${place(b)}.`,
      };
    }
  }
}

const isPole = ({ value }: { readonly value: number }, card: Findings['card']): boolean =>
  card.valid.pole || Math.abs(value) === Number.POSITIVE_INFINITY;

function bounds({ report: { range, bounded }, card, hole }: Findings): Verdict {
  if (bounded && hole && isPole(hole, card))
    return { head: 'Unbounded', witness: `It leaves for infinity at x = ${place(hole.x)}.` };
  const end = ({ value, x }: Bound, word: string): string => {
    if (Number.isNaN(value)) return `the ${word} is unknown, because it is not a number far out`;
    if (!Number.isFinite(value)) return `no ${word}`;
    if (x === null) return `the ${word} is ${shown(value)}, approached but not reached`;
    return `the ${word} is ${shown(value)}, at x = ${shown(x)}`;
  };
  const both = `${end(range.min, 'lowest value')}; ${end(range.max, 'highest value')}.`;
  const ends = [range.min.value, range.max.value];
  const head = bounded
    ? 'Bounded'
    : ends.some(Number.isNaN)
      ? 'Perhaps bounded'
      : ends.some(Number.isFinite)
        ? 'Bounded on one side'
        : 'Unbounded';
  return { head, witness: capital(both) };
}

function ends({ report: { saturation, range } }: Findings): Verdict {
  const { left, right } = saturation;
  const flat = [left, right].filter(({ kind }) => kind === 'saturates').length;
  const head =
    flat === 2
      ? 'Saturates on both sides'
      : flat === 1
        ? `Saturates on the ${left.kind === 'saturates' ? 'left' : 'right'}`
        : 'Does not saturate';
  return {
    head,
    witness: `Far to the left it ${tail(left, range)}; far to the right it ${tail(right, range)}.`,
  };
}

/** Swings are known by samples: where one end all but meets that of the range, it is that. */
const endOf = (
  seen: number,
  end: number,
  { low, high }: { readonly low: number; readonly high: number },
): number => (Math.abs(seen - end) < 0.07 * (high - low) ? end : seen);

type Range = PropertyReport['range'];

function tail(it: Tail, range: Range): string {
  if (!it.until || it.kind === 'grows') return course(it, range);
  const { x, value } = it.until;
  return `${course(it, range)} (beyond ${shown(x)} it is ${shown(value)})`;
}

function course(it: Tail, { min, max }: Range): string {
  switch (it.kind) {
    case 'saturates':
      return `settles at ${shown(it.level)}`;
    case 'straight': {
      const number = shown(it.slope);
      const slope = `${number.replace(/^(−?)1$/, '$1')}${number.includes('×') ? ' ' : ''}x`;
      const shift =
        it.intercept === 0 ? '' : ` ${it.intercept < 0 ? '−' : '+'} ${shown(Math.abs(it.intercept))}`;
      return `follows the line ${slope}${shift}`;
    }
    case 'grows':
      return `${it.sign > 0 ? 'rises' : 'falls'} without bound, along no line`;
    case 'oscillates':
      if (!Number.isFinite(it.low) || !Number.isFinite(it.high)) return 'swings ever wider';
      return `keeps swinging between ${shown(endOf(it.low, min.value, it), 2)} and ${shown(endOf(it.high, max.value, it), 2)}`;
    case 'undefined':
      return `is not a number, for example at ${shown(it.x)}`;
  }
}

function steepness({ report, steepAt, hole, card }: Findings): Verdict {
  const { lipschitz, x } = report.steepest;
  if (hole && isPole(hole, card) && Number.isFinite(lipschitz))
    return { head: 'No limit to the slope', witness: `See x = ${place(hole.x)}.` };
  if (lipschitz === 0) return { head: 'Slope 0', witness: 'It is flat wherever it has a slope.' };
  if (Number.isFinite(lipschitz)) {
    const where = Number.isFinite(x) ? `at x = ${shown(steepAt)}` : `far to the ${x < 0 ? 'left' : 'right'}`;
    return { head: `Slope at most ${shown(lipschitz)}`, witness: `|f′| is largest ${where}.` };
  }
  return {
    head: 'No limit to the slope',
    witness: Number.isFinite(x) ? `See x = ${shown(x)}.` : 'It grows without end.',
  };
}

function centre({ card: { zeroCentred } }: Findings): Verdict {
  const { mean } = zeroCentred;
  if (Number.isNaN(mean))
    return { head: 'Mean not found', witness: 'It has none, or none that can be found.' };
  if (mean === 0) return { head: 'Zero-centred', witness: 'Standard normal inputs come out with mean 0.' };
  return { head: 'Not zero-centred', witness: `Standard normal inputs come out with mean ${shown(mean)}.` };
}

function fixedPoints({ report }: Findings): Verdict[] {
  const found = report.fixedPoints;
  if (found.length === 0) return [];
  const one = (it: FixedPointOfCurve): string =>
    it.kind === 'stretch'
      ? `everywhere from ${shown(it.from, 2)} to ${shown(it.to, 2)}`
      : `at x = ${shown(it.x)}, which ${pulls(it)}`;
  const rest = found.length > 3 ? `; and ${found.length < 32 ? found.length - 3 : 'many'} more` : '';
  return [
    {
      head: 'Leaves some inputs alone',
      witness: `f(x) = x ${found.slice(0, 3).map(one).join('; ')}${rest}.`,
    },
  ];
}

function pulls({ below, above }: FixedPointOfCurve & { kind: 'point' }): string {
  if (below === above) return below === 'neither' ? 'neither attracts nor repels' : below;
  const sides = [
    [below, 'below'],
    [above, 'above'],
  ] as const;
  return list(sides.filter(([pull]) => pull !== 'neither').map(([pull, side]) => `${pull} from ${side}`));
}
