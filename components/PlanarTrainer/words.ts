import { findActivation } from '../../src/activations/index.ts';
import type { Reading, Table } from '../../src/figure/widget.ts';
import {
  accuracyOf,
  lossOf,
  sayDivergences,
  sayLoss,
  sayOf,
  sayWhen,
  sayWhose,
  shapeOf,
  spreadOf,
  standing,
} from '../../src/training/trained.ts';
import { measuredPlanar } from './measured.ts';
import type { PlanarResult } from './model.ts';

const names = { moons: 'the moons', spirals: 'the spirals', xor: 'XOR' } as const;

function title({ data, activation, sizes, snapshot, points }: PlanarResult): string {
  const net = `${shapeOf(sizes)} network with ${activation?.label ?? 'no bend'}`;
  const rights = standing(snapshot).train.map(({ right }) => right);
  const [right] = rights;
  if (snapshot.divergences.some(({ start }) => start === 0))
    return 'The numbers outgrew the computer, and training broke off';
  if (snapshot.step === 0) return 'Before training, the border lies anywhere';
  if (!activation || activation.id === 'identity')
    return `Without a bend the border is straight, and ${names[data]} ${data === 'xor' ? 'is' : 'are'} not`;
  const all = rights.length;
  if (rights.every((r) => r === points.length))
    return `A ${net} tells all ${right} points apart${all > 1 ? `, from each of ${all} starts` : ''}`;
  if (all > 1)
    return `A ${net} gets ${sayOf(accuracyOf(standing(snapshot).train, points.length), 1)} % of the points right, the mean of ${all} starts`;
  return `A ${net} gets ${right} of ${points.length} points right`;
}

export function read(result: PlanarResult): Reading {
  const { snapshot, points, straight } = result;
  const now = standing(snapshot);
  const starts = now.train.length;
  const whose = sayWhose(now) && ` (${sayWhose(now)})`;
  const finding =
    `${sayWhen(snapshot)}: ${sayOf(accuracyOf(now.train, points.length), starts)} % of the points ` +
    `right, logistic loss ${sayLoss(lossOf(now.train), starts)}${whose}. The straight border of logistic regression ` +
    `gets ${((100 * straight) / points.length).toFixed(1)} %.${sayDivergences(snapshot)}`;
  return { title: title(result), finding, description: finding };
}

/** The reader's network, then what was measured with five starts each. */
export function table(result: PlanarResult): Table {
  const { data, sizes, activation, snapshot, points } = result;
  const now = standing(snapshot);
  const own = accuracyOf(now.train, points.length);
  return {
    columns: [
      { label: 'points' },
      { label: 'network' },
      { label: 'φ' },
      { label: 'starts' },
      { label: 'right, %', digits: 4 },
      { label: 'deviation', digits: 2 },
    ],
    rows: [
      [data, shapeOf(sizes), activation?.label ?? 'none', now.train.length, own.mean, own.deviation],
      ...measuredPlanar.map(({ data: set, phi, right }) => {
        const { mean, deviation } = spreadOf(right.map((r) => r / 3));
        return [set, '2-16-16-1', findActivation(phi).label, right.length, mean, deviation];
      }),
    ],
  };
}
