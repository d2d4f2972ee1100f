import { phaseDomain } from './border.ts';
import type { Letter } from './plane.ts';
import { phaseArea } from './plane.ts';

/** A letter in the reader's hand: where it was taken, and the variances it had then. */
export interface Held {
  readonly slot: Letter['slot'];
  readonly pointer: number;
  /** The figure it belongs to: the page may hold several. */
  readonly figure: Element | null;
  readonly from: readonly [clientX: number, clientY: number];
  readonly variances: readonly [sigmaW2: number, sigmaB2: number];
}

/** Pixels that a hand trembles: what lies outside the plane stays there until the hand means it. */
const tremble = 4;

/** The settings of a held letter after the pointer went [dx, dy] pixels of a picture this wide. */
export function draggedTo({ slot, variances }: Held, [dx, dy]: readonly [number, number], width: number) {
  const { left, right, top, bottom } = phaseArea(width);
  const sigmaW2 = along(variances[0], dx / (right - left), tremble / (right - left), phaseDomain.sigmaW2[1]);
  const sigmaB2 = along(variances[1], -dy / (bottom - top), tremble / (bottom - top), phaseDomain.sigmaB2[1]);
  return {
    [`${slot}_init`]: 'custom',
    [`${slot}_sigmaW`]: deviationStep(Math.max(sigmaW2, 0.01)),
    [`${slot}_sigmaB`]: deviationStep(sigmaB2),
  };
}

/** One variance after a move by a share of its axis; from outside the plane it starts at the edge where it is drawn. */
function along(from: number, share: number, slack: number, most: number): number {
  if (from > most && share > -slack) return from;
  return Math.min(Math.max(Math.min(from, most) + share * most, 0), most);
}

/** The deviation of a variance, to the hundredth that its slider moves by. */
const deviationStep = (variance: number): number => Math.round(100 * Math.sqrt(variance)) / 100;
