import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { findActivation } from '../../src/activations/index.ts';
import { defaults } from '../../src/figure/settings.ts';
import { applyAffine } from '../../src/network/theory/collapse.ts';
import { type CollapseSettings, controls } from './controls.ts';
import { byHand, machine, randomLayers, rank, run } from './model.ts';
import { area, bends, middle, pieceOf, regions } from './regions.ts';

const facts = theory.linear_collapse;
const at = (change: Partial<CollapseSettings> = {}) => machine({ ...defaults(controls), ...change });

describe('the example by hand', () => {
  it('is the one of the reference, and collapses to its single layer', () => {
    expect(byHand[0]).toEqual({ weights: facts.W1, bias: facts.b1 });
    expect(byHand[1]).toEqual({ weights: facts.W2, bias: facts.b2 });
    expect(at({ net: 'hand' }).one).toEqual({ weights: facts.W2W1, bias: facts.W2b1_plus_b2 });
  });

  it.each(facts.cases)(
    'answers $x as the reference says, with and without ReLU',
    ({ x, hidden, ...want }) => {
      const [first, last] = run(byHand, findActivation('identity'), x);
      expect(first!.h).toEqual(hidden);
      expect(last!.a).toEqual(want.two_layers);
      expect(run(byHand, findActivation('relu'), x).at(-1)!.a).toEqual(want.with_relu);
      expect(applyAffine(at({ net: 'hand' }).one, x)).toEqual(want.collapsed_layer);
    },
  );

  it('agrees with its single layer exactly where no hidden unit is negative', () => {
    const { grid, agreeing } = at({ net: 'hand', phi: 'relu' });
    const open = grid.filter(({ x: [x1, x2] }) =>
      [1 + x1 + 2 * x2, -x2, 3 * x1 + x2 - 2].every((h) => h >= -1e-12),
    );
    expect(agreeing).toBe(open.length);
    expect(open.every(({ difference }) => difference < 1e-12)).toBe(true);
  });
});

describe('the collapse', () => {
  it.each([1, 2, 3, 5, 8])('of %i layers without a bend differs by rounding only', (layers) => {
    for (const width of [1, 3, 5])
      for (const seed of [1, 2, 77]) {
        const { largest } = at({ layers, width, seed });
        expect(largest).toBeLessThanOrEqual(1e-12);
      }
  });

  it('is exact for a leak of 1, and the further the leak from it the larger the gap', () => {
    const gap = (leak: number) => at({ phi: 'leaky_relu', leak }).largest;
    expect(gap(1)).toBeLessThanOrEqual(1e-12);
    const gaps = [0.9, 0.7, 0.5, 0.2, 0].map(gap);
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
    expect(gaps[0]).toBeGreaterThan(0.01);
    expect(gap(0)).toBeCloseTo(at({ phi: 'relu' }).largest, 12);
  });

  it('has the rank of the narrowest layer', () => {
    expect(at({ width: 1 }).rank).toBe(1);
    expect(at({ width: 2 }).rank).toBe(2);
    const flat = {
      weights: [
        [2, -4],
        [1, -2],
      ],
      bias: [0, 0],
    };
    expect([
      rank(flat),
      rank({
        ...flat,
        weights: [
          [0, 0],
          [0, 0],
        ],
      }),
    ]).toEqual([1, 0]);
  });

  it('depends on the seed', () => {
    expect(randomLayers(3, 3, 1)).not.toEqual(randomLayers(3, 3, 2));
  });
});

describe('the regions', () => {
  const relu = findActivation('relu');

  it('tile the square', () => {
    for (const seed of [1, 2, 3]) {
      const parts = regions(randomLayers(4, 5, seed), relu)!;
      expect(parts.reduce((sum, { corners }) => sum + area(corners), 0)).toBeCloseTo(16, 8);
    }
  });

  it.each(['relu', 'hard_tanh', 'relu6', 'leaky_relu', 'step'])(
    'carry the affine map that the network with %s has there',
    (spec) => {
      const [layers, phi] = [randomLayers(3, 4, 5), findActivation(spec)];
      for (const { corners, map } of regions(layers, phi)!) {
        // A point off the middle too, so that the slopes are tested and not only one value.
        const [mx, my] = middle(corners);
        const inner = [mx + 0.4 * (corners[0]![0] - mx), my + 0.4 * (corners[0]![1] - my)];
        for (const x of [[mx, my], inner]) {
          const deep = run(layers, phi, x).at(-1)!.a;
          applyAffine(map, x).forEach((value, i) => {
            expect(value).toBeCloseTo(deep[i]!, 9);
          });
        }
      }
    },
  );

  it('are as many as the patterns that a fine grid of points meets', () => {
    const layers = randomLayers(3, 3, 2);
    const met = new Set<string>();
    for (let i = 0; i <= 240; i++)
      for (let j = 0; j <= 240; j++) {
        const stages = run(layers, relu, [i / 60 - 2, j / 60 - 2]).slice(0, -1);
        met.add(stages.flatMap(({ h }) => h.map((v) => pieceOf(bends(relu), v))).join());
      }
    expect(regions(layers, relu)).toHaveLength(met.size);
    expect(at({ phi: 'relu' }).patterns).toBeLessThanOrEqual(met.size);
    expect(at({ phi: 'relu' }).patterns).toBeGreaterThan(1);
  });

  it('are one without a corner, and none at all where the function is curved', () => {
    expect(regions(randomLayers(3, 3, 2), findActivation('identity'))).toHaveLength(1);
    expect(regions(randomLayers(3, 3, 2), findActivation('tanh'))).toBeNull();
    expect(at({ phi: 'tanh' }).patterns).toBeNull();
    expect(at({ phi: 'tanh' }).largest).toBeGreaterThan(0.1);
  });
});
