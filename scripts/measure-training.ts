import { writeFileSync } from 'node:fs';
import { borderPath, regionPath } from '../components/PlanarTrainer/border.ts';
import { courseOf as planarCourse, usual } from '../components/PlanarTrainer/model.ts';
import { dataNames, pointsOf } from '../components/PlanarTrainer/points.ts';
import { courseOf } from '../components/Smokers/model.ts';
import { activationFromFormula } from '../src/activations/formula/index.ts';
import { registerActivation } from '../src/activations/index.ts';
import { openCourse } from '../src/training/courses.ts';

/** Trains the sixteen networks of the smokers' table, forty starts each, and writes components/Smokers/measured.ts. */
registerActivation(activationFromFormula('x^2', { id: 'square', label: 'x²' }));

const plan: readonly (readonly [sizes: readonly number[], phis: readonly string[]])[] = [
  [[3, 1], ['identity']],
  [
    [3, 8, 1],
    ['identity', 'sigmoid', 'tanh', 'relu', 'gelu', 'square'],
  ],
  [
    [3, 2, 1],
    ['relu', 'tanh'],
  ],
  [
    [3, 4, 1],
    ['relu', 'tanh'],
  ],
  [
    [3, 16, 1],
    ['relu', 'tanh'],
  ],
  [
    [3, 8, 8, 1],
    ['identity', 'relu', 'tanh'],
  ],
];

const rows: string[] = [];
for (const [sizes, phis] of plan) {
  for (const phi of phis) {
    const functions = sizes.slice(1, -1).map(() => phi);
    const spec = courseOf(sizes, functions, { rate: 0.1, momentum: 0.9, starts: 40, seed: 1, every: 1500 });
    const { train, heldOut } = await (await openCourse(spec)).advance(1500);
    const right = (scores: typeof train): string => scores.map((score) => score.right).join(', ');
    rows.push(
      `  { sizes: [${sizes.join(', ')}], phi: '${phi}', seen: [${right(train)}], unseen: [${right(heldOut)}] },`,
    );
  }
}

writeFileSync(
  new URL('../components/Smokers/measured.ts', import.meta.url),
  `/** People put on the right side, of the 600 trained on and of 2,000 new ones, by each of forty random starts. */
export interface MeasuredNet {
  readonly sizes: readonly number[];
  readonly phi: string;
  readonly seen: readonly number[];
  readonly unseen: readonly number[];
}

/**
 * Full batches, rate 0.1, momentum 0.9, 1,500 steps, seeds 1 to 40, float32. Written by scripts/measure-training.ts.
 * The function \`square\` is x².
 */
export const measuredNets: readonly MeasuredNet[] = [
${rows.join('\n')}
];
`,
);

/** Trains the planar networks and writes components/PlanarTrainer/measured.ts and nine.ts. */
const cells: string[] = [];
const planarRows: string[] = [];
const planarPhis = ['identity', 'sigmoid', 'tanh', 'relu', 'leaky_relu', 'gelu', 'silu'];
for (const data of dataNames) {
  for (const phi of planarPhis) {
    const spec = planarCourse(data, pointsOf(data), [2, 16, 16, 1], [phi, phi], {
      ...usual,
      starts: 5,
      seed: 1,
      every: 1500,
    });
    const { train, logits } = await (await openCourse(spec)).advance(1500);
    planarRows.push(
      `  { data: '${data}', phi: '${phi}', right: [${train.map((s) => s.right).join(', ')}] },`,
    );
    if (!['identity', 'relu', 'tanh'].includes(phi)) continue;
    const paths = `region: '${regionPath(logits)}', border: '${borderPath(logits)}'`;
    cells.push(`  { data: '${data}', phi: '${phi}', right: ${train[0]!.right}, ${paths} },`);
  }
}

writeFileSync(
  new URL('../components/PlanarTrainer/measured.ts', import.meta.url),
  `import type { DataName } from './points.ts';

/** Of 300 points, how many each of five random starts gets right. */
export interface MeasuredPlanar {
  readonly data: DataName;
  readonly phi: string;
  readonly right: readonly number[];
}

/**
 * 2-16-16-1, full batches, rate 0.1, momentum 0.9, 1,500 steps, seeds 1 to 5, float32. Written by scripts/measure-training.ts.
 */
export const measuredPlanar: readonly MeasuredPlanar[] = [
${planarRows.join('\n')}
];
`,
);

writeFileSync(
  new URL('../components/PlanarTrainer/nine.ts', import.meta.url),
  `import type { DataName } from './points.ts';

/** A small map: three data sets times three functions, seed 1 of the measured networks. */
export interface SmallMap {
  readonly data: DataName;
  readonly phi: string;
  /** Points right, of 300. */
  readonly right: number;
  /** Path data on the map: the region of class 1, and the border alone. */
  readonly region: string;
  readonly border: string;
}

/** Written by scripts/measure-training.ts. */
export const nine: readonly SmallMap[] = [
${cells.join('\n')}
];
`,
);
