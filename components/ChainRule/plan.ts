import type { Frame } from '../../src/figure/widget.ts';

/** Places of the drawing: five stations in a row, the way forward above, the way back below. */
export interface Plan {
  readonly height: number;
  /** x of the stations x, h₁, g, h₂, o. */
  readonly columns: readonly [number, number, number, number, number];
  readonly names: number;
  readonly values: number;
  readonly wire: number;
  /** Small plots of Act stand between h and what comes out. */
  readonly plotTop: number;
  readonly plotWidth: number;
  readonly plotHeight: number;
  readonly factors: number;
  readonly backWire: number;
  readonly products: number;
  readonly check: number;
  readonly font: number;
  /** Whether the columns stand so close that what happens between them takes two lines. */
  readonly stacked: boolean;
  /** Figures that a number at a station may have. */
  readonly room: number;
}

export function planFor({ width, phone }: Frame): Plan {
  const first = phone ? 26 : 56;
  const last = width - (phone ? 30 : 64);
  const at = (i: number) => first + ((last - first) * i) / 4;
  const stacked = width < 700;
  const plotWidth = phone ? 58 : Math.min(130, (last - first) / 4 - 40);
  const plotHeight = phone ? 46 : 80;
  const plotTop = phone ? 84 : 92;
  const below = plotTop + plotHeight;
  const down = stacked ? 15 : 0;
  return {
    height: below + (phone ? 138 + 18 : 142) + down,
    columns: [at(0), at(1), at(2), at(3), at(4)],
    names: 14,
    values: 36,
    wire: 64,
    plotTop,
    plotWidth,
    plotHeight,
    factors: below + 24,
    backWire: below + 42 + down,
    products: below + 64 + down,
    check: below + 118 + down,
    font: phone ? 12 : 14,
    stacked,
    // A figure in semi-bold is about 8 px wide, and two stations need a gap.
    room: Math.min(phone ? 6.5 : stacked ? 9 : 12, ((last - first) / 4 - 8) / 8),
  };
}
