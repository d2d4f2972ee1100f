import { findActivation } from '../../src/activations/index.ts';
import type { Reading, Table } from '../../src/figure/widget.ts';
import { accuracyOf, lossOf, sayDivergences, sayOf, shapeOf, spreadOf } from '../../src/training/trained.ts';
import { measuredPlanar } from './measured.ts';
import type { PlanarResult } from './model.ts';

const names = { moons: 'the moons', spirals: 'the spirals', xor: 'XOR' } as const;

function title({ data, activation, sizes, snapshot, points }: PlanarResult): string {
  const net = `${shapeOf(sizes)} with ${activation?.label ?? 'no bend'}`;
  const right = snapshot.train[0]!.right;
  if (snapshot.divergences.some(({ start }) => start === 0))
    return 'The numbers outgrew the computer, and training broke off';
  if (snapshot.step === 0) return 'Before training, the border lies anywhere';
  if (!activation || activation.id === 'identity')
    return `Without a bend the border is straight, and ${names[data]} ${data === 'xor' ? 'is' : 'are'} not`;
  if (right === points.length) return `A ${net} tells all ${right} points apart`;
  return `A ${net} gets ${right} of ${points.length} points right`;
}

export function read(result: PlanarResult): Reading {
  const { snapshot, points, straight } = result;
  const starts = snapshot.train.length;
  const spread = starts > 1 ? ` (mean ± standard deviation of ${starts} random starts)` : '';
  const finding =
    `After ${snapshot.step.toLocaleString('en')} steps: ${sayOf(accuracyOf(snapshot.train, points.length), starts)} % of the points ` +
    `right, logistic loss ${sayOf(lossOf(snapshot.train), starts, 3)}${spread}. The straight border of logistic regression ` +
    `gets ${((100 * straight) / points.length).toFixed(1)} %.${sayDivergences(snapshot)}`;
  return { title: title(result), finding, description: finding };
}

/** The reader's network, then what was measured with five starts each. */
export function table(result: PlanarResult): Table {
  const { data, sizes, activation, snapshot, points } = result;
  const own = accuracyOf(snapshot.train, points.length);
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
      [data, shapeOf(sizes), activation?.label ?? 'none', snapshot.train.length, own.mean, own.deviation],
      ...measuredPlanar.map(({ data: set, phi, right }) => {
        const { mean, deviation } = spreadOf(right.map((r) => r / 3));
        return [set, '2-16-16-1', findActivation(phi).label, right.length, mean, deviation];
      }),
    ],
  };
}
