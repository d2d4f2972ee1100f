import { beforeAll, describe, expect, it } from 'vitest';
import reference from '../../reference/measured.json' with { type: 'json' };
import { bakedWidths, frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { openCourse } from '../../src/training/courses.ts';
import { spreadOf } from '../../src/training/trained.ts';
import { borderPath, regionPath, unitLines } from './border.ts';
import { controls, type PlanarSettings } from './controls.ts';
import { draw } from './figure.ts';
import { type MeasuredPlanar, measuredPlanar } from './measured.ts';
import { compute, courseOf, mapNodes, type PlanarResult, usual } from './model.ts';
import { nine } from './nine.ts';
import { countOutside, mapSide, onMap, pointsOf, windows } from './points.ts';
import { read, table } from './words.ts';

const make = (change: Partial<PlanarSettings> = {}): Promise<PlanarResult> =>
  compute({ ...(defaults(controls) as PlanarSettings), steps: 100, ...change });

const retrain = async (data: PlanarResult['data'], phi: string) => {
  const options = { ...usual, seed: 1, every: 1500 };
  const spec = courseOf(data, pointsOf(data), [2, 16, 16, 1], [phi, phi], options);
  return (await openCourse(spec)).advance(1500);
};

describe('the straight border', () => {
  it.each([
    ['moons', 0.906667],
    ['spirals', 0.67],
    ['xor', 0.46],
  ])('of logistic regression gets %s right at %d', async (data, share) => {
    const flat = await make({ data, layers: 0, steps: 1500 });
    expect(flat.straight / 300).toBeCloseTo(share, 6);
    expect(flat.snapshot.train[0]!.right).toBe(flat.straight);
  });
});

const statedOf = ({ data, phi }: MeasuredPlanar) => {
  const act = phi === 'leaky_relu' ? 'leaky_relu_0.01' : phi;
  return reference.planar.rows.find((row) => row.data === data && row.act === act)!;
};
/**
 * The reference (PyTorch, other random numbers) states 100 % with spread 0 for these two; in the book's own runs some starts
 * miss one or two points. A spread of 0 over five starts is no bound on other starts, so these are measured anew, and the
 * prose quotes what was measured here.
 */
const newlyMeasured = ['spirals tanh', 'spirals silu'];
const named = measuredPlanar.map((m) => [`${m.data} ${m.phi}`, m] as const);

describe('the measured networks', () => {
  it.each(named.filter(([name]) => !newlyMeasured.includes(name)))(
    '%s: the mean of five starts lies within the stated mean ± stated deviation',
    (_, m) => {
      const { train_acc_mean: stated, train_acc_sd: deviation } = statedOf(m);
      const { mean } = spreadOf(m.right.map((right) => right / 300));
      // The reference is printed to three digits, mean and deviation.
      expect(Math.abs(mean - stated)).toBeLessThanOrEqual(deviation + 0.001);
    },
  );

  it.each(named.filter(([name]) => newlyMeasured.includes(name)))(
    '%s: stated without any spread, every start here is within two points of 300',
    (_, m) => {
      expect([statedOf(m).train_acc_mean, statedOf(m).train_acc_sd]).toEqual([1, 0]);
      for (const right of m.right) expect(300 - right).toBeLessThanOrEqual(2);
    },
  );

  it.each(named)('%s: the first start is trained again to the same number, and to its map', async (_, m) => {
    const { train, logits } = await retrain(m.data, m.phi);
    expect(train[0]!.right).toBe(m.right[0]);
    const cell = nine.find(({ data, phi }) => data === m.data && phi === m.phi);
    if (!cell) return;
    expect(cell.right).toBe(m.right[0]);
    expect(regionPath(logits)).toBe(cell.region);
    expect(borderPath(logits)).toBe(cell.border);
  });

  it('have a map each for three sets of points times three functions', () => {
    expect(new Set(nine.map(({ data, phi }) => `${data} ${phi}`)).size).toBe(9);
  });

  it('leaves sigmoid behind on the spirals', () => {
    const share = (phi: string): number =>
      spreadOf(measuredPlanar.find((m) => m.data === 'spirals' && m.phi === phi)!.right).mean / 300;
    expect(share('sigmoid')).toBeLessThan(0.9);
    for (const phi of ['tanh', 'relu', 'leaky_relu', 'gelu', 'silu'])
      expect(share(phi)).toBeGreaterThan(0.99);
  });
});

describe('the map', () => {
  let usualResult: PlanarResult;
  beforeAll(async () => {
    usualResult = await make();
  });

  it('has its nodes where the probes are', () => {
    const { snapshot, course, scaler, data } = usualResult;
    expect(snapshot.logits).toHaveLength(mapNodes ** 2);
    const node = 37 * mapNodes + 11;
    const [x, y] = [0, 1].map(
      (k) => course.spec.probes[2 * node + k]! * scaler.deviations[k]! + scaler.means[k]!,
    );
    const [mx, my] = onMap(windows[data], x!, y!);
    expect(mx).toBeCloseTo((11 * mapSide) / (mapNodes - 1), 2);
    expect(my).toBeCloseTo((37 * mapSide) / (mapNodes - 1), 2);
  });

  it('draws the border of a network without a bend where its one sum is zero', async () => {
    const flat = await make({ data: 'moons', layers: 1, units: 2, phi: 'identity' });
    const path = borderPath(flat.snapshot.logits);
    const ends = path
      .slice(1)
      .split('L')
      .map((pair) => pair.split(',').map(Number));
    expect(ends.length).toBeLessThanOrEqual(4);
    expect(Math.hypot(ends[0]![0]! - ends.at(-1)![0]!, ends[0]![1]! - ends.at(-1)![1]!)).toBeGreaterThan(700);
    expect(unitLines(flat).length).toBeLessThanOrEqual(2);
  });

  it('is finite at every width, for every set of points', async () => {
    for (const data of ['moons', 'xor']) {
      const result = await make({ data, starts: 2, noise: 3, batch: '32', decay: 0.01 });
      for (const { width } of bakedWidths.wide) {
        const drawn = draw(result, frameAt(serverDocument(), 'fig', width)).map(({ svg }) => svg.outerHTML);
        expect(drawn.join('')).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });

  it('says how many points the noise has thrown out of the window', async () => {
    const note = async (noise: number) => {
      const result = await make({ data: 'moons', noise });
      const [map] = draw(result, frameAt(serverDocument(), 'fig', 358));
      const shown = map!.svg.outerHTML.match(/d="m[^"]*h0"/g)!.map((d) => d.split('h0').length - 1);
      return { words: map!.axisNote!, lost: countOutside(result.points, windows.moons), shown };
    };
    const calm = await note(1);
    expect(calm.lost).toBe(0);
    expect(calm.words).not.toContain('outside');
    const loud = await note(3);
    expect(loud.lost).toBeGreaterThan(0);
    expect(loud.words).toMatch(new RegExp(`; ${loud.lost} points? lies? outside$`));
    // Class 0 is drawn twice, a larger dot under a smaller one.
    expect(loud.shown[0]! + loud.shown[2]!).toBe(300 - loud.lost);
  });

  it('says that the map is of one start where there are several', async () => {
    const note = (result: PlanarResult) => draw(result, frameAt(serverDocument(), 'fig', 358))[0]!.axisNote!;
    const [one, two] = await Promise.all([1, 2].map((starts) => make({ starts })));
    expect(note(one!)).toMatch(/^shaded: class 1/);
    expect(note(two!)).toMatch(/^map of start 1; shaded: class 1/);
  });

  it('speaks of all starts in its title, not of the first alone', async () => {
    const result = await make({ phi: 'tanh' });
    const scored = (rights: number[]) => ({
      ...result,
      snapshot: { ...result.snapshot, train: rights.map((right) => ({ right, loss: 0.01 })) },
    });
    expect(read(scored([300])).title).toBe('A 2-16-16-1 network with tanh tells all 300 points apart');
    expect(read(scored([300, 298, 299])).title).toBe(
      'A 2-16-16-1 network with tanh gets 99.7 % of the points right, the mean of 3 starts',
    );
    expect(read(scored([300, 300])).title).toMatch(/tells all 300 points apart, from each of 2 starts$/);
  });

  it('is told in words', async () => {
    expect(read(await make({ layers: 0 })).title).toBe(
      'Without a bend the border is straight, and the spirals are not',
    );
    expect(read(usualResult).title).toMatch(/^A 2-16-16-1 network with ReLU gets \d+ of 300 points right$/);
    expect(read(usualResult).finding).toContain('The straight border of logistic regression gets 67.0 %.');
    expect(table(usualResult).rows).toHaveLength(22);
  });
});
