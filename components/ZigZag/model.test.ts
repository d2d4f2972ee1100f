import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { activations, findActivation } from '../../src/activations/index.ts';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { sharedSignProbability } from '../../src/network/theory/zigzag.ts';
import { controls } from './controls.ts';
import { draw, read, table } from './figure.ts';
import { conditions, sharedSigns, type ValleyView, zigZag } from './model.ts';

const start = defaults(controls);
const view = (change: Partial<typeof start> = {}) => zigZag({ ...start, ...change }) as ValleyView;

describe('descent in the valley', () => {
  it.each(theory.zigzag.rows)('takes the steps of the reference for mean $mean, spread $spread', (row) => {
    const { valley, steps, rate, best } = view({ m: row.mean, s: row.spread });
    expect(valley.condition).toBeCloseTo(row.condition, 11);
    expect(rate).toBeCloseTo(row.best_learning_rate, 13);
    expect(best).toBe(row['steps_to_1e-3']);
    expect(steps).toBe(row['steps_to_1e-3']);
  });

  it('needs one step once the mean is gone', () => {
    expect(view({ centred: true }).steps).toBe(1);
  });

  it('diverges beyond the best rate by a fifth where κ is large', () => {
    expect(view({ rate: 1.2 }).steps).toBeNull();
  });

  it('follows samples that are drawn again from the same seed', () => {
    const [one, same, other] = [1, 1, 2].map((seed) => view({ batch: '8', rate: 0.5, seed }).path);
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
    expect(view({ batch: '8', rate: 0.5 }).steps).toBeGreaterThan(31);
  });

  it('moves single samples along the signs of their inputs', () => {
    const { path } = view({ m: 3, s: 0.1, batch: '1', rate: 0.3 });
    for (const [i, [w1, w2]] of path.slice(1, 20).entries()) {
      const [v1, v2] = path[i]!;
      expect((w1 - v1) * (w2 - v2)).toBeGreaterThanOrEqual(0);
    }
    expect(sharedSigns(3, 0.1)).toBe(1);
  });

  it('shares signs by chance once the inputs are symmetric', () => {
    expect(Math.abs(sharedSigns(0, 1) - sharedSignProbability(2))).toBeLessThan(4 * Math.sqrt(0.25 / 1000));
    expect(sharedSignProbability(10)).toBe(1 / 512);
  });
});

describe('many inputs', () => {
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
    expect(read(zigZag({ ...start, tab: 'functions' })).finding).toMatch(/κ is 5\d\d|κ is 9\d\d/);
  });
});

it('takes in the reader’s own functions, whatever they are called', () => {
  const leave = announceOwn(ownFunction('ReLU', 'max(0, x)'));
  const rows = conditions(100).filter(({ label }) => label === 'ReLU');
  expect(rows.map(({ family }) => family).sort()).toEqual(['relu', 'yours']);
  expect(rows[0]!.kappa).toBeCloseTo(rows[1]!.kappa, 9);
  const drawn = draw(
    zigZag({ ...defaults(controls), tab: 'functions' }),
    frameAt(serverDocument(), 'fig', 358),
  );
  expect(drawn[0]!.svg.outerHTML.match(/>ReLU</g)).toHaveLength(2);
  expect(drawn[0]!.svg.outerHTML).toContain('--fn-yours');
  leave();
});
