import type { Box } from './phi.ts';

export type Place = readonly [x: number, y: number];

/** Where the parts of the unit stand. */
export interface Plan {
  readonly height: number;
  readonly inputs: readonly [Place, Place, Place];
  readonly radius: number;
  readonly sum: Place;
  readonly sumRadius: number;
  readonly bias: Place;
  readonly h: Place;
  readonly hAnchor: 'start' | 'middle';
  /** The arrow from the sum to φ. */
  readonly wire: readonly [Place, Place];
  readonly box: Box;
}

/** For widths from 480 px: inputs, sum and φ in a row. */
export function across(width: number): Plan {
  const [left, x, middle] = [width * 0.07, width * 0.38, 150];
  const box = { left: width * 0.52, top: 40, width: width * 0.34, height: 220 };
  return {
    height: 300,
    inputs: [
      [left, 48],
      [left, middle],
      [left, 252],
    ],
    radius: 22,
    sum: [x, middle],
    sumRadius: 28,
    bias: [x, 238],
    h: [x, 104],
    hAnchor: 'middle',
    wire: [
      [x + 28, middle],
      [box.left - 8, middle],
    ],
    box,
  };
}

/** For phones: φ under the sum. */
export function stacked(width: number): Plan {
  const box = { left: 8, top: 262, width: width - 146, height: 190 };
  return {
    height: 470,
    inputs: [
      [42, 30],
      [42, 108],
      [42, 186],
    ],
    radius: 20,
    sum: [222, 108],
    sumRadius: 26,
    bias: [312, 108],
    h: [236, 196],
    hAnchor: 'start',
    wire: [
      [222, 134],
      [222, 246],
    ],
    box,
  };
}
