import type { Scorecard } from '../../src/activations/properties/scorecard.ts';
import { list, place, shown } from '../../src/activations/properties/words.ts';
import { type Design, type Examined, reach } from './model.ts';

/**
 * The wishes that have a better and a worse, and how the card grades them. Cost is left out: the clock of a busy machine
 * would turn the sentence around.
 */
const wishes: readonly (readonly [wish: string, score: (it: Examined) => number])[] = [
  ['a gradient that survives', ({ card }) => card.gradient.score],
  ['a mean of zero', ({ card }) => card.zeroCentred.score],
  // Where there is no value, there is nothing to be smooth.
  ['smoothness', ({ card }) => (card.valid.x === null ? card.differentiable.score : Number.NaN)],
];
/** How much a function bends is no grade; that it does not bend at all is the price of prices. */
const bend = ({ card }: Examined): number => (card.nonlinear.straight ? 0 : 1);
// Differences below this are nothing that a bar could show.
const VISIBLE = 0.02;

/** Which wish was traded for which, against the function beside it. */
export function trade({ mine, others }: Design): string {
  const compared = wishes.flatMap(([wish, score]) => {
    const [a, b] = [score(mine), score(others)];
    if (Number.isNaN(a) || Number.isNaN(b)) return [];
    return [{ wish, gain: Math.abs(a - b) < VISIBLE ? 0 : a - b }];
  });
  const versus = `Against ${others.label}`;
  if (compared.length === 0) return `${versus} it cannot be graded`;
  if (bend(mine) !== bend(others)) compared.unshift({ wish: 'a bend', gain: bend(mine) - bend(others) });
  const better = compared.filter(({ gain }) => gain > 0).map(({ wish }) => wish);
  const worse = compared.filter(({ gain }) => gain < 0).map(({ wish }) => wish);
  if (better.length === 0 && worse.length === 0)
    return `${versus} it is even on ${list(compared.map(({ wish }) => wish))}`;
  if (better.length === 0) return `${versus} it loses on ${list(worse)}, and gains nothing, speed aside`;
  if (worse.length === 0) return `${versus} it wins on ${list(better)}, and pays with nothing, speed aside`;
  return `${versus} it wins on ${list(better)}, and pays with ${list(worse)}`;
}

function headline({ hole, report, card, line }: Examined): string {
  if (hole && !report.reliable) return `has no value at x = ${place(hole.x)}`;
  if (report.range.min.value === report.range.max.value) return 'says the same to every input';
  if (line) return 'is a straight line, and bends nothing';
  if (card.nonlinear.straight) return 'is as good as a straight line for inputs of ordinary size';
  if (card.gradient.chi === 0) return 'has no slope for a gradient to travel on';
  return gradientHeadline(card);
}

function gradientHeadline({ gradient: { decades } }: Scorecard): string {
  if (Number.isNaN(decades)) return 'is too wild to be averaged';
  if (!Number.isFinite(decades)) return 'is too wild for a network: somewhere its slope has no limit';
  if (Math.abs(decades) < 0.3) return 'hands a gradient on at its full size';
  const size = shown(Math.abs(decades), 2);
  return `${decades < 0 ? 'loses' : 'adds'} ${size} decades of gradient over fifty layers`;
}

/** The finding, as the figure's title. */
export const title = ({ mine }: Design): string => `${mine.label} ${headline(mine)}`;

/** The sentence under the figure. */
export function finding(it: Design): string {
  const { chi, sigmaW2 } = it.mine.card.gradient;
  if (!Number.isFinite(chi)) return `${trade(it)}.`;
  return `χ = ${shown(chi)} with matching weights, σ² = ${shown(sigmaW2)}. ${trade(it)}.`;
}

/** The course of f′ or f″ for both functions. */
export const describeOrder = ({ mine, others }: Design, order: 'df' | 'd2f'): string =>
  `For x from ${shown(-reach)} to ${reach}. ${mine.label}: ${mine.told[order]}. ${others.label}: ${others.told[order]}.`;

/** The three curves for those who cannot see them. */
export function describe({ mine, others }: Design): string {
  const { min, max } = mine.report.range;
  const at = mine.samples.map(([x, y]) => `${shown(y, 2)} at ${shown(x)}`);
  return (
    `Three charts over x from ${shown(-reach)} to ${reach}: f, its slope f′ and its curvature f″, for ${mine.label} (a double ` +
    `line) and ${others.label}. ${mine.label} lies between ${shown(min.value)} and ${shown(max.value)}: ${list(at)}.`
  );
}
