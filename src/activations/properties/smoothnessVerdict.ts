import type { Break } from './break.ts';
import type { Findings } from './findings.ts';
import type { Verdict } from './verdict.ts';
import { capital, list, place, shown } from './words.ts';

const kinds: readonly (readonly [Break['of'], string, string])[] = [
  ['pole', 'pole', 'f leaves for infinity'],
  ['f', 'jump', 'f jumps'],
  ['df', 'corner', 'The slope jumps'],
  ['d2f', 'jump of the curvature', 'The curvature jumps'],
];

/** What breaks: poles and jumps of f, else corners, else jumps of f″; or that nothing does. */
export function smoothnessVerdict({ report: { breaks, direction, steepest }, card }: Findings): Verdict {
  const worst = kinds.find(([of]) => breaks.some((each) => each.of === of));
  if (!worst && steepest.lipschitz === 0 && card.gradient.zeroShare > 0.99 && direction.kind !== 'constant') {
    const witness =
      'Its slope is 0 wherever one looks, and still it moves: by jumps closer than the search can see.';
    return { head: 'Too fine to see', witness };
  }
  if (!worst) return { head: 'Smooth', witness: 'Neither f, f′ nor f″ jumps between −10 and 10.' };
  const [of, what, happens] = worst;
  const found = breaks.filter((each) => each.of === of);
  // A slope that is infinite on both sides, as at the root of a cube root, does not jump.
  if (found.every(({ left, right }) => of === 'df' && left === right))
    return {
      head: counted(found.length, 'vertical tangent'),
      witness: `The slope is infinite ${placesOf(found, false)}.`,
    };
  return { head: counted(found.length, what), witness: `${happens} ${placesOf(found, of !== 'pole')}.` };
}

function placesOf(found: readonly Break[], sides: boolean): string {
  const steps = found
    .slice(0, 3)
    .map(({ x, left, right }) =>
      sides
        ? `at x = ${place(x)} from ${beside(left, right)} to ${beside(right, left)}`
        : `at x = ${place(x)}`,
    );
  return found.length > 3
    ? `${steps.join(', ')} and ${found.length - 3} more place${found.length > 4 ? 's' : ''}`
    : list(steps);
}

/** One side of a jump, without what rounding leaves of a 0. */
const beside = (value: number, other: number): string =>
  shown(Math.abs(value) < 1e-9 * Math.abs(other) ? 0 : value);

function counted(n: number, what: string): string {
  if (n === 1) return `One ${what}`;
  return `${capital(number(n))} ${what.replace(/^\w+( tangent)?/, (word) => `${word}s`)}`;
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const number = (n: number): string => words[n] ?? (n >= 64 ? '64 or more' : String(n));
