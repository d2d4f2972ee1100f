import { fitted } from './fitted.ts';
import type { OwnFunction } from './ownFunctions.ts';

/** What a link has brought: functions, why others cannot be used, and how many more it holds than a page takes. */
export interface Arrivals {
  readonly guests: readonly OwnFunction[];
  readonly refusals: readonly string[];
  readonly more: number;
}

/** A sentence for each of so many; a summary for more. */
const FEW = 3;

function welcome(guests: readonly OwnFunction[]): string[] {
  if (guests.length <= FEW) {
    return guests.map(
      ({ label, formula }) =>
        `“${label}” came with this link: f(x) = ${fitted(formula, 80)}. This page uses it, and nothing is kept.`,
    );
  }
  const named = guests.slice(0, FEW).map(({ label }) => `“${label}”`);
  return [
    `${guests.length} functions came with this link: ${named.join(', ')} and ${guests.length - FEW} more. ` +
      `This page uses them, and nothing is kept.`,
  ];
}

function refuse(refusals: readonly string[]): string[] {
  const several = refusals.length > FEW ? ` So it is with ${refusals.length - 1} more of them.` : '';
  return refusals
    .slice(0, several ? 1 : FEW)
    .map((why) => `The function that this link brings cannot be used: ${why}.${several}`.replace('?.', '?'));
}

/** What to tell the reader about them. */
export function arrivalNotices({ guests, refusals, more }: Arrivals): readonly string[] {
  const rest = `The link brings ${more} more than a page takes.`;
  return [...welcome(guests), ...refuse(refusals), ...(more > 0 ? [rest] : [])];
}
