import type { Scorecard } from '../../src/activations/properties/scorecard.ts';
import { percent, place, shown } from '../../src/activations/properties/words.ts';
import type { Examined } from './model.ts';

/** One grade of one function. */
interface Mark {
  readonly text: string;
  /** Length of the bar, 0 to 1; null where there is nothing to grade. */
  readonly share: number | null;
  /** The measurement behind the grade. */
  readonly beside: string;
}

/** A wish of the card and how it is graded; M0 to M5 of the book's scorecard. */
export interface Grade {
  readonly wish: string;
  readonly by: string;
  of(it: Examined): Mark;
}

const none = { text: '–', share: null };

const mark = (score: number, beside: string): Mark =>
  Number.isFinite(score)
    ? { text: shown(score, 2), share: Math.min(Math.max(score, 0), 1), beside }
    : { ...none, beside };

/** A grade that rests on averages, which some functions do not have. */
const average = (card: Scorecard, score: number, beside: string): Mark =>
  mark(score, Number.isFinite(score) ? beside : card.valid.square === 0 ? '' : 'cannot be averaged');

export const gradientWish = 'A gradient that survives';

export const grades: readonly Grade[] = [
  {
    wish: 'A value everywhere',
    by: 'finite from −30 to 30, of usable size',
    of: ({ card: { valid } }) => {
      if (valid.x !== null) return { text: 'no', share: null, beside: `not at x = ${place(valid.x)}` };
      if (Number.isNaN(valid.square)) return { ...none, beside: 'cannot be averaged' };
      return { text: valid.holds ? 'yes' : 'no', share: null, beside: `E f² = ${shown(valid.square)}` };
    },
  },
  {
    wish: 'A bend',
    by: 'share that no straight line explains',
    of: ({ card, card: { nonlinear }, line }) => {
      if (nonlinear.constant) return { text: '0', share: 0, beside: 'always the same answer' };
      const almost = nonlinear.straight
        ? 'almost a straight line'
        : nonlinear.polynomial
          ? 'a polynomial'
          : '';
      return average(card, nonlinear.index, line ? 'a straight line' : almost);
    },
  },
  {
    wish: gradientWish,
    by: 'over 50 layers of matching weights',
    of: ({ card, card: { gradient } }) =>
      average(
        card,
        gradient.score,
        Number.isFinite(gradient.decades)
          ? `χ = ${shown(gradient.chi)}; ${shown(Math.abs(gradient.decades) < 5e-3 ? 0 : gradient.decades, 2)} decades`
          : `χ = ${shown(gradient.chi)}`,
      ),
  },
  {
    wish: 'A mean of zero',
    by: 'share of the output that is not its mean',
    of: ({ card, card: { zeroCentred } }) =>
      average(
        card,
        zeroCentred.score,
        `mean ${shown(zeroCentred.mean)}; κ₁₀₀ = ${shown(zeroCentred.condition)}`,
      ),
  },
  {
    wish: 'Cheap',
    by: 'sigmoid 0.5, a plain copy 1',
    of: ({ cost }) =>
      cost === null
        ? { ...none, beside: 'measured on your machine' }
        : mark(cost, `${shown(1 / cost - 1, 2)} × sigmoid`),
  },
  {
    wish: 'A slope everywhere',
    by: '1 smooth, 0.75 f″ jumps, 0.5 corners, 0 jumps',
    of: ({ card }) =>
      card.valid.x === null
        ? mark(card.differentiable.score, breaksOf(card))
        : { ...none, beside: `no value at x = ${place(card.valid.x)}` },
  },
];

function breaksOf({ differentiable: { breaks }, gradient }: Examined['card']): string {
  // Then that is the grade, whatever breaks there are; a sum of probabilities misses 1 by rounding.
  const flat = Number(gradient.zeroShare.toFixed(9));
  if (flat > 0.99) return `slope 0 for ${percent(flat)} of inputs`;
  return breaks.length === 0 ? '' : `${breaks.length} ${breaks.length === 1 ? 'place' : 'places'}`;
}
