import type { Activation } from '../../src/activations/activation.ts';
import { findActivation } from '../../src/activations/index.ts';
import { cellText } from '../../src/figure/table.ts';
import type { Reading } from '../../src/figure/widget.ts';
import { firingCeiling } from '../../src/network/theory/lif.ts';
import { neuronOf } from './cell.ts';
import type { SpikeRate } from './model.ts';

/** How far each function stays from the exact curve. */
export const allCompared = ({ overlays }: SpikeRate): string =>
  `${overlays
    .map(({ spec, error }) => `${findActivation(spec).label} misses the exact curve by ${cellText(error, 3)}`)
    .join(', ')} spikes per second (root mean square).`;

/** How far the chosen one stays from it. */
function compared({ overlays, chosen }: SpikeRate): string[] {
  const overlay = overlays.find(({ spec }) => spec === chosen);
  if (!overlay) return [];
  return [
    `${findActivation(chosen).label} at its best height misses the curve by ${cellText(overlay.error, 3)}.`,
  ];
}

/** Up to three names, and how many more there are. */
function named(list: readonly Activation[]): string {
  const names = list.slice(0, 3).map(({ label }) => `“${label}”`);
  return `${names.join(', ')}${list.length > 3 ? ` and ${list.length - 3} more` : ''}`;
}

/** What of the reader's own is not in the picture, and why. */
function missing({ without, older }: SpikeRate): string[] {
  const has = without.length === 1 ? 'has' : 'have';
  return [
    ...(without.length > 0
      ? [`${named(without)} ${has} no curve here: no value somewhere, or 0 throughout.`]
      : []),
    ...(older.length > 0 ? [`Of yours not shown until chosen: ${named(older)}.`] : []),
  ];
}

/** The picture in words. */
export function read(result: SpikeRate): Reading {
  const { input, rate, run, cell } = result;
  const count = run.spikes.length;
  const spikes = count === 1 ? '1 spike' : `${count} spikes`;
  const title =
    cell.noise > 0
      ? 'Noise rounds the corner of the rate curve'
      : 'A spiking cell is silent, then its rate bends over';
  const ceiling =
    cell.refractory > 0 ? ` No input can push it past ${cellText(firingCeiling(neuronOf(cell)), 4)}.` : '';
  return {
    title,
    finding:
      `At I = ${cellText(input)} one simulated second holds ${spikes}; the exact rate without noise is ${cellText(rate, 5)} per second.${ceiling} ${[...compared(result), ...missing(result)].join(' ')}`.trim(),
    description: `Two panels: the firing rate against the input, and the voltage of one cell over time. ${allCompared(result)}`,
  };
}
