import { identity } from '../../src/figure/identity.ts';
import { svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import { depthScale } from '../../src/network/theory/fixedPoint.ts';
import { activationOf, type Comparison, type Measured } from './model.ts';
import { brief } from './sizes.ts';

const lead = 17;

/** What the read-outs under the plane of variances need, in pixels. */
export const ratesHeight = ({ networks }: Comparison): number => lead * (networks.length + 1) + 6;

/** χ, q* and ξ of a network in the long run, as they are written. */
export function ratesOf({ prediction: { chi, settled } }: Measured): readonly [string, string, string] {
  const scale = chi === null ? null : depthScale(chi);
  // At χ = 1 nothing shrinks and nothing grows: infinity has no sign there.
  return [
    brief(chi),
    brief(settled?.q ?? null),
    brief(scale === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : scale),
  ];
}

/** The same in words, for those who cannot see the picture. */
export const ratesInWords = ({ networks }: Comparison): string =>
  networks
    .map((network) => {
      const [chi, q, xi] = ratesOf(network);
      const name = `${network.setting.slot.toUpperCase()}, ${activationOf(network).label}`;
      if (network.prediction.chi === null) return `${name}: no theory`;
      return `${name}: χ ${chi}, ${network.prediction.settled ? `q settles at ${q}, ` : ''}ξ ${xi} layers`;
    })
    .join('; ');

/** One row of read-outs for each network, from `top` down. */
export function ratesRows({ networks }: Comparison, frame: Frame, top: number): readonly SVGElement[] {
  const columns = [0.36, 0.64, 1].map((share) => share * (frame.width - 14));
  const row = (cells: readonly string[], i: number, fill: string): SVGElement[] =>
    cells.map((cell, k) =>
      svg(
        frame,
        'text',
        { x: columns[k]!, y: top + lead * (i + 1), 'text-anchor': 'end', fill, 'font-size': 12 },
        cell,
      ),
    );
  return [
    ...row(['χ', 'q*', 'ξ'], 0, 'var(--ink-3)'),
    ...networks.flatMap((network, i) => {
      const { text } = identity(activationOf(network).family);
      const at = { x: 0, y: top + lead * (i + 2), 'text-anchor': 'start', fill: text };
      const letter = svg(
        frame,
        'text',
        { ...at, 'font-weight': 600, 'font-size': 12 },
        network.setting.slot.toUpperCase(),
      );
      return [letter, ...row(ratesOf(network), i + 1, 'var(--ink)')];
    }),
  ];
}
