import { writeFileSync } from 'node:fs';
import { courseOf } from '../components/Smokers/model.ts';
import { activationFromFormula } from '../src/activations/formula/index.ts';
import { registerActivation } from '../src/activations/index.ts';
import { openCourse } from '../src/training/courses.ts';

/** Trains the sixteen networks of the smokers' table, eight starts each, and writes components/Smokers/measured.ts. */
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
    const spec = courseOf(sizes, functions, { rate: 0.1, momentum: 0.9, starts: 8, seed: 1, every: 1500 });
    const { train, heldOut } = await (await openCourse(spec)).advance(1500);
    const right = (scores: typeof train): string => scores.map((score) => score.right).join(', ');
    rows.push(
      `  { sizes: [${sizes.join(', ')}], phi: '${phi}', seen: [${right(train)}], unseen: [${right(heldOut)}] },`,
    );
  }
}

writeFileSync(
  new URL('../components/Smokers/measured.ts', import.meta.url),
  `/** People put on the right side, of the 600 trained on and of 2,000 new ones, by each of eight random starts. */
export interface MeasuredNet {
  readonly sizes: readonly number[];
  readonly phi: string;
  readonly seen: readonly number[];
  readonly unseen: readonly number[];
}

/**
 * Full batches, rate 0.1, momentum 0.9, 1,500 steps, seeds 1 to 8, float32. Written by scripts/measure-training.ts.
 * The function \`square\` is x².
 */
export const measuredNets: readonly MeasuredNet[] = [
${rows.join('\n')}
];
`,
);
