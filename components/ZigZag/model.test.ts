import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { activations, findActivation } from '../../src/activations/index.ts';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { createRandom } from '../../src/math/random.ts';
import { descent, sharedSignProbability } from '../../src/network/theory/zigzag.ts';
import { controls } from './controls.ts';
import { draw } from './figure.ts';
import { conditions, type ValleyView, zigZag } from './model.ts';
import { read, table } from './words.ts';

/** The share counted in samples, which the model does not do. */
function countedSigns(mean: number, spread: number, count: number, inputs: number): number {
  const random = createRandom(1);
  const alike = Array.from({ length: count }, () => {
    const signs = Array.from({ length: inputs }, () => mean + spread * random.normal() > 0);
    return signs.every((sign) => sign === signs[0]);
  });
  return alike.filter(Boolean).length / count;
}

const start = defaults(controls);
const view = (change: Partial<typeof start> = {}) => zigZag({ ...start, ...change }) as ValleyView;

/** The count found by taking one step after the other, which the model does not do. */
function stepsByWalking({ mean, spread, rate }: ValleyView): number {
  const path = descent(mean, spread, { steps: 150_000, rate });
  const left = (i: number) => Math.hypot(path[i]![0] - 1.5, path[i]![1] + 1);
  return path.findIndex((_, i) => left(i) <= 1e-3 * left(0) * (1 + 1e-9));
}

describe('descent in the valley', () => {
  it.each(theory.zigzag.rows)('takes the steps of the reference for mean $mean, spread $spread', (row) => {
    const { valley, arrival, rate, best } = view({ m: row.mean, s: row.spread });
    expect(valley.condition).toBeCloseTo(row.condition, 11);
    expect(rate).toBeCloseTo(row.best_learning_rate, 13);
    expect(best).toBe(row['steps_to_1e-3']);
    expect(valley.contraction).toBeCloseTo(row.contraction_per_step, 13);
    expect(valley.eigenvalues).toEqual(row.eigenvalues);
    expect(arrival).toBe(row['steps_to_1e-3']);
  });

  it('needs one step once the mean is gone', () => {
    expect(view({ centred: true }).arrival).toBe(1);
  });

  it('diverges beyond the best rate by a fifth where κ is large', () => {
    const { arrival, course, followed, factors } = view({ rate: 1.2 });
    expect([arrival, course]).toEqual([null, 'diverges']);
    expect(factors[1]).toBeLessThan(-1);
    expect(followed).toBeLessThan(400);
  });

  it.each([
    [{ m: 1, s: 0.1, rate: 1 }, 'zigzags'],
    [{ m: 3, s: 0.1, rate: 1 }, 'zigzags'],
    [{ m: 1, s: 0.5, rate: 0.05 }, 'creeps'],
    [{ m: 1, s: 0.5, rate: 0.2 }, 'creeps'],
    [{ m: 3, s: 0.1, rate: 0.05 }, 'creeps'],
    [{ m: 1, s: 0.5, rate: 0.75 }, 'zigzags'],
    [{ m: 0, s: 0.5, rate: 1.2 }, 'zigzags'],
  ] as const)('counts every step of a path that converges: %j', (change, course) => {
    const found = view(change);
    const count = stepsByWalking(found);
    expect(found.course).toBe(course);
    expect(found.arrival).toBe(count);
    expect(found.steps.at(-1)!.n).toBe(count);
    expect(read(found).title).not.toMatch(/settles|not there/);
  });

  it('draws the whole path without a gap that an eye could see', () => {
    for (const change of [{ m: 3, s: 0.1 }, { rate: 0.05 }, { m: 3, s: 0.1, rate: 0.05 }]) {
      const { steps, valley, rate, mean, spread, arrival } = view(change);
      const all = descent(mean, spread, { steps: arrival!, rate });
      const drawn = new Set(steps.map(({ n }) => n));
      expect(steps.length).toBeLessThan(900);
      expect(valley.condition).toBeGreaterThan(1);
      for (const [n, [a, b]] of all.entries()) {
        if (drawn.has(n)) continue;
        const near = steps.some(({ w }) => Math.hypot(w[0] - a, w[1] - b) < 0.01);
        if (!near) expect.fail(`step ${n} is missing`);
      }
    }
  });

  it('follows samples that are drawn again from the same seed', () => {
    const [one, same, other] = [1, 1, 2].map((seed) => view({ batch: '8', rate: 0.5, seed }).steps);
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
    expect(view({ batch: '8', rate: 0.5 }).arrival).toBeGreaterThan(31);
  });

  it('moves single samples along the signs of their inputs', () => {
    const { steps } = view({ m: 3, s: 0.1, batch: '1', rate: 0.3 });
    for (const [i, { w }] of steps.slice(1, 20).entries()) {
      const [[w1, w2], [v1, v2]] = [w, steps[i]!.w];
      expect((w1 - v1) * (w2 - v2)).toBeGreaterThanOrEqual(0);
    }
    expect(sharedSignProbability(2, 3, 0.1)).toBe(1);
  });

  it.each([
    [1, 0.5, 2],
    [0.3, 1, 2],
    [0, 0.5, 2],
    [0.5, 1, 5],
  ])('share signs in samples as often as computed, for mean %d, spread %d, %i inputs', (mean, spread, n) => {
    const share = sharedSignProbability(n, mean, spread);
    const count = 50_000;
    const deviation = Math.sqrt((share * (1 - share)) / count);
    expect(Math.abs(countedSigns(mean, spread, count, n) - share)).toBeLessThan(4 * deviation);
  });

  it('push both weights the same way in exactly half of the samples once the mean is gone', () => {
    expect(sharedSignProbability(2, 0, 0.5)).toBe(0.5);
    expect(read(view({ centred: true })).finding).toContain(
      'pushed the same way in 50 % of single samples (exact: ',
    );
    // Φ(2)² + Φ(−2)² with Φ(2) = 0.977250 from tables.
    expect(read(view()).finding).toContain('pushed the same way in 95.6 % of single samples (exact: ');
  });

  it.each([2, 3, 5, 10])('lets %i symmetric inputs share a sign with probability 2^(1−n)', (n) => {
    const patterns = Array.from({ length: 2 ** n }, (_, bits) => bits);
    const alike = patterns.filter((bits) => bits === 0 || bits === 2 ** n - 1).length / patterns.length;
    expect(sharedSignProbability(n)).toBe(alike);
    expect(sharedSignProbability(n, 0, 1)).toBe(alike);
  });

  it('lets positive inputs share their sign always', () => {
    expect(sharedSignProbability(10)).toBe(1 / 512);
    for (const n of [2, 10]) expect(sharedSignProbability(n, 9, 1)).toBe(1);
  });
});

describe('many inputs', () => {
  it('have no condition number for functions without a mean or a variance, which are named', () => {
    const leaves = ['tan(x)', '1/x', 'x + sin(3x)'].map((f) => announceOwn(ownFunction(`own ${f}`, f)));
    const view = zigZag({ ...defaults(controls), tab: 'functions' });
    for (const leave of leaves) leave();
    expect(read(view).finding).toMatch(/ Without a mean or a variance: own tan\(x\) and own 1\/x\.$/);
    const labels = table(view).rows.map(([label]) => label);
    expect(labels).toContain('own x + sin(3x)');
    expect(labels).not.toContain('own tan(x)');
  });

  const rows = conditions(100);
  const reference = theory.scorecard_q1 as Record<string, { hessian_condition_n100: number }>;

  it.each(activations.filter(({ id, spec }) => id === spec && id in reference).map(({ id }) => id))(
    'have the condition number of the reference for %s',
    (id) => {
      const { kappa } = rows.find(({ label }) => label === findActivation(id).label)!;
      const want = reference[id]!.hessian_condition_n100;
      expect(Math.abs(kappa / want - 1)).toBeLessThan(1e-12);
    },
  );

  it('put the functions with mean 0 at 1', () => {
    for (const id of ['tanh', 'selu'])
      expect(rows.find(({ label }) => label === findActivation(id).label)!.kappa).toBeCloseTo(1, 14);
  });
});

describe('the drawing of the valley', () => {
  it.each([
    {},
    { m: 0 },
    { m: 3, s: 0.1, rate: 1.2 },
    { batch: '1' },
    { tab: 'functions' },
    { tab: 'functions', n: 2 },
  ])('stays finite for %j', (change) => {
    const result = zigZag({ ...start, ...change });
    for (const width of [358, 590, 904]) {
      const [panel] = draw(result, frameAt(serverDocument(), 'fig', width));
      expect(panel!.svg.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(table(result).rows.length).toBeGreaterThan(1);
  });

  it('says what the path does', () => {
    expect(read(view()).title).toContain('zig-zags for 31 steps');
    expect(read(view({ centred: true })).title).toBe(
      'With mean 0 the valley is round, and one step is enough',
    );
    expect(read(view({ rate: 1.2 })).title).toContain('never settles');
    const almost = read(view({ m: 0.05 }));
    expect(almost.title).toMatch(
      /^With a mean of 0\.05 the valley is almost round, and the path needs \d steps$/,
    );
    expect(almost.description).toContain('1.01 times as long as wide');
    expect(read(view({ centred: true })).description).toContain('circles around the target');
    expect(read(view({ rate: 0.2 })).title).toBe(
      'Small steps do not zig-zag, they creep: 169 steps along a narrow valley',
    );
    expect(read(view({ m: 1, s: 0.1 })).title).toContain('zig-zags for 695 steps');
    expect(read(view({ m: 3, s: 0.1 })).title).toContain('zig-zags for 6221 steps');
    expect(read(view({ batch: '1', rate: 0.05 })).title).toContain('is not there after 400 steps');
    const single = read(view({ batch: '1', centred: true }));
    expect(single.title).toContain('thrown out of the valley');
    expect(single.finding).toContain('the best step for exact gradients');
    expect(read(zigZag({ ...start, tab: 'functions' })).finding).toMatch(/κ is 5\d\d|κ is 9\d\d/);
  });

  it('shows the curvature, its eigenvalues, κ and the contraction', () => {
    expect(read(view()).finding).toContain(
      'λ₁ = 0.25 along the valley and λ₂ = 2.25 across it, κ = 9: the best step for exact gradients, 0.8, leaves 0.8 of the error, 31 steps in all.',
    );
    expect(table(view()).rows.slice(0, 6)).toEqual([
      ['curvature H, first row', 1.25, 1],
      ['curvature H, second row', 1, 1.25],
      ['eigenvalues λ₁, λ₂', 0.25, 2.25],
      ['condition number κ = λ₂/λ₁', 9, ''],
      ['best step 2/(λ₁ + λ₂)', 0.8, ''],
      ['contraction (κ − 1)/(κ + 1)', 0.8, ''],
    ]);
  });
});
