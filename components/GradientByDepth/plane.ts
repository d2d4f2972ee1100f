import { phaseDomain } from './border.ts';
import type { Comparison, Measured } from './model.ts';
import { notesHeight } from './phaseNotes.ts';
import { ratesHeight } from './rates.ts';
import { ensembleOf, type Slot } from './settings.ts';

/** Height of the plane with its ticks and the letters of its lines; read-outs and notes stand below. */
export const planeHeight = 190;

export const phaseHeight = (comparison: Comparison, width: number): number =>
  planeHeight + ratesHeight(comparison) + notesHeight(comparison, width);

/** Where the plane lies in its panel, in pixels from the left and from the top. */
export function phaseArea(width: number) {
  return { left: 26, right: width - 20, top: 26, bottom: planeHeight - 26 } as const;
}

/** Variances to pixels, also outside the plane. */
export function pixelOf(sigmaW2: number, sigmaB2: number, width: number): [x: number, y: number] {
  const { left, right, top, bottom } = phaseArea(width);
  return [
    left + ((right - left) * sigmaW2) / phaseDomain.sigmaW2[1],
    bottom - ((bottom - top) * sigmaB2) / phaseDomain.sigmaB2[1],
  ];
}

/** The letter of a network in the plane. */
export interface Letter {
  readonly slot: Slot;
  readonly network: Measured;
  readonly sigmaW2: number;
  readonly sigmaB2: number;
  /** Its place, moved to the edge of the plane where it lies outside. */
  readonly place: readonly [x: number, y: number];
  /** Whether it lies outside to the right, and above. */
  readonly beyond: readonly [right: boolean, above: boolean];
  /** Where the letter is drawn: beside its place where another letter stands there. */
  readonly at: readonly [x: number, y: number];
}

/** Rings of letters are this wide, with a little air. */
const apart = 20;

/** Plain networks have a place in the plane: normalised ones and those with skip connections follow other laws. */
const hasPlace = ({ setting }: Measured): boolean => setting.norm === 'none' && !setting.skip;

/** The letters that are drawn; those at the same place stand above each other. */
export function lettersOf({ networks, shape }: Comparison, width: number): Letter[] {
  const letters: Letter[] = [];
  for (const network of networks.filter(hasPlace)) {
    const { sigmaW2, sigmaB2 } = ensembleOf(network.setting, shape.width);
    const beyond = [sigmaW2 > phaseDomain.sigmaW2[1], sigmaB2 > phaseDomain.sigmaB2[1]] as const;
    const place = pixelOf(
      Math.min(sigmaW2, phaseDomain.sigmaW2[1]),
      Math.min(sigmaB2, phaseDomain.sigmaB2[1]),
      width,
    );
    const [x, y] = place;
    const step = y - 2 * apart > 0 ? -apart : apart;
    let free = y;
    while (letters.some(({ at }) => Math.hypot(at[0] - x, at[1] - free) < apart - 1)) free += step;
    letters.push({ slot: network.setting.slot, network, sigmaW2, sigmaB2, place, beyond, at: [x, free] });
  }
  return letters;
}
