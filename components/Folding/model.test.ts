import { describe, expect, it } from 'vitest';
import { activationFromFormula } from '../../src/activations/formula/index.ts';
import { findActivation } from '../../src/activations/index.ts';
import { answer, bendsOf, randomNet, randomStack } from './randomNet.ts';
import { fold, tent, tents } from './tents.ts';

describe('the tent', () => {
  it('is made of two ReLUs', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map(tent)).toEqual([0, 0.5, 1, 0.5, 0]);
  });

  it.each([1, 2, 3, 8, 20, 52])('folded %i times hits 1 and 0 exactly', (k) => {
    expect(fold(k, 2 ** -k)).toBe(1);
    expect(fold(k, 2 ** (1 - k))).toBe(0);
  });

  it.each([0, 1, 2, 3, 8, 10])('folded %i times has 2^k straight pieces', (k) => {
    // Slopes between the points of a grid four times as fine as the corners: exact in binary.
    const n = 4 * 2 ** k;
    const slopes = Array.from({ length: n }, (_, i) => fold(k, (i + 1) / n) - fold(k, i / n));
    const changes = slopes.slice(1).filter((slope, i) => slope !== slopes[i]).length;
    expect(changes + 1).toBe(2 ** k);
    expect(tents(k, 0.5).pieces).toBe(2 ** k);
  });

  it('needs twice as many units as folds, against one per bend and one more in a single layer', () => {
    const { units, bends, flatUnits } = tents(10, 0.5);
    expect([units, bends, flatUnits]).toEqual([20, 1023, 1024]);
    expect(tents(1, 0.5)).toMatchObject({ units: 2, flatUnits: 2 });
  });

  it.each([1, 2, 3])('folded %i times cannot be made by a layer with a unit per bend and none more', (k) => {
    const { corners, bends, flatUnits } = tents(k, 0.5);
    const slopes = corners.slice(1).map(([x1, y1], i) => (y1 - corners[i]![1]) / (x1 - corners[i]![0]));
    const changes = slopes.slice(1).map((slope, i) => slope - slopes[i]!);
    expect(changes).toHaveLength(bends);
    // The slope left of all bends, for every choice of the side on which each unit is flat.
    const starts = Array.from({ length: 2 ** bends }, (_, choice) =>
      changes.reduce((sum, change, i) => sum - (choice & (2 ** i) ? change : 0), 0),
    );
    expect(starts).not.toContain(slopes[0]);
    expect(flatUnits).toBe(bends + 1);
  });

  it('is cut at every input of the given height', () => {
    for (const k of [0, 1, 5]) {
      const { holes, cut } = tents(k, 0.3);
      expect(holes).toHaveLength(2 ** k);
      for (const x of holes) expect(fold(k, x)).toBeCloseTo(cut, 12);
    }
  });

  it('unfolds into a layer of one unit per multiple of 2^−k', () => {
    const k = 3;
    const flat = (x: number) =>
      Array.from(
        { length: 2 ** k },
        (_, j) => (j === 0 ? 1 : j % 2 ? -2 : 2) * 2 ** k * Math.max(0, x - j / 2 ** k),
      ).reduce((a, b) => a + b);
    for (let i = 0; i <= 64; i++) expect(flat(i / 64)).toBe(fold(k, i / 64));
  });
});

describe('the random network', () => {
  it.each([
    [1, 8, 1],
    [3, 8, 1],
    [4, 5, 9],
    [6, 16, 2],
  ])('of depth %i and width %i bends where its units switch (seed %i)', (depth, width, seed) => {
    const layers = randomStack(depth, width, seed);
    const pattern = (t: number) => {
      let a: number[] = [t];
      return layers
        .slice(0, -1)
        .map(({ weights, bias }) => {
          const h = weights.map((row, i) => row.reduce((sum, w, j) => sum + w * a[j]!, bias[i]!));
          a = h.map((v) => Math.max(0, v));
          return h.map((v) => (v > 0 ? 1 : 0)).join('');
        })
        .join(' ');
    };
    const bends = [-2, ...bendsOf(layers, [-2, 2]), 2];
    // Between two bends nothing switches, across a bend something does.
    const inside = bends.slice(1).map((end, i) => {
      const start = bends[i]!;
      const probes = [0.001, 0.3, 0.5, 0.999].map((s) => pattern(start + s * (end - start)));
      expect(new Set(probes).size).toBe(1);
      return probes[0]!;
    });
    inside.slice(1).forEach((p, i) => {
      expect(p).not.toBe(inside[i]);
    });
    expect(randomNet(depth, width, seed).pieces).toBe(inside.length);
  });

  it('is straight between its corners', () => {
    const layers = randomStack(3, 8, 4);
    const { corners } = randomNet(3, 8, 4);
    corners.slice(1).forEach(([x1, y1], i) => {
      const [x0, y0] = corners[i]!;
      expect(answer(layers, (x0 + x1) / 2)).toBeCloseTo((y0 + y1) / 2, 9);
    });
  });

  it('has at most one bend per unit with a single hidden layer', () => {
    for (let seed = 1; seed <= 30; seed++) expect(randomNet(1, 16, seed).pieces).toBeLessThanOrEqual(17);
  });

  it('stays far below the tents with as many units', () => {
    // Hanin & Rolnick 2019: about as many pieces as units, where tents of 24 units have 2^12.
    const pieces = Array.from({ length: 40 }, (_, i) => randomNet(3, 8, i + 1).pieces);
    expect(Math.max(...pieces)).toBeLessThan(60);
    expect(pieces.reduce((a, b) => a + b) / 40).toBeLessThan(24);
  });
});

describe('a random network of another function', () => {
  const tent = activationFromFormula('max(0, 1 - |x|)', { label: 'tent' });

  it.each(['leaky_relu', 'relu6', 'hard_tanh', tent] as const)(
    'bends where a unit passes a corner: %s',
    (phi) => {
      const activation = typeof phi === 'string' ? findActivation(phi) : phi;
      const layers = randomStack(3, 6, 5);
      const { corners, straight, pieces } = randomNet(3, 6, 5, activation);
      expect(straight).toBe(true);
      expect(pieces).toBe(corners.length - 1);
      corners.slice(1).forEach(([x1, y1], i) => {
        const [x0, y0] = corners[i]!;
        for (const s of [0.25, 0.7]) {
          expect(answer(layers, x0 + s * (x1 - x0), activation)).toBeCloseTo(y0 + s * (y1 - y0), 8);
        }
      });
    },
  );

  it('of ReLU typed by a reader is that of ReLU', () => {
    const typed = activationFromFormula('max(0, x)', { label: 'mine' });
    expect(randomNet(3, 8, 1, typed).corners).toEqual(randomNet(3, 8, 1).corners);
  });

  it('is one straight line for the identity', () => {
    expect(randomNet(6, 16, 1, findActivation('identity')).pieces).toBe(1);
  });

  it('breaks where a step jumps', () => {
    const { curve, pieces } = randomNet(2, 4, 3, findActivation('step'));
    expect(curve!.filter(([, y]) => Number.isNaN(y))).toHaveLength(pieces - 1);
  });

  it('of a curve is counted by its turns', () => {
    const net = randomNet(4, 8, 2, findActivation('sine'));
    const layers = randomStack(4, 8, 2);
    const value = (t: number) => answer(layers, t, findActivation('sine'));
    expect(net.straight).toBe(false);
    // Between two turning points the output goes one way only, and across one it turns.
    const ways = net.corners.slice(1).map(([end], i) => {
      const start = net.corners[i]![0];
      const at = Array.from({ length: 40 }, (_, k) => value(start + ((k + 0.5) / 40) * (end - start)));
      const signs = new Set(at.slice(1).map((v, k) => Math.sign(v - at[k]!)));
      expect(signs.size).toBe(1);
      return [...signs][0]!;
    });
    ways.slice(1).forEach((way, i) => {
      expect(way).toBe(-ways[i]!);
    });
    expect(net.pieces).toBeGreaterThan(2);
  });

  it.each(['1/0', '0/0', 'log(x)', 'exp(exp(x))', 'floor(1000x)', 'tan(x)', 'sin(1000x)', '7'])(
    'survives %s',
    (formula) => {
      const { curve, corners, pieces } = randomNet(6, 16, 1, activationFromFormula(formula));
      expect(pieces).toBeGreaterThanOrEqual(1);
      expect((curve ?? corners).some(([x]) => Number.isNaN(x))).toBe(false);
    },
  );
});
