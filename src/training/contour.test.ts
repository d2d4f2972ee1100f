import { describe, expect, it } from 'vitest';
import { levelLines, type Point, pathOf, regionRings, simplify } from './contour.ts';

const grid = (f: (x: number, y: number) => number, n = 41): Float64Array =>
  Float64Array.from({ length: n * n }, (_, k) =>
    f(-2 + (4 * (k % n)) / (n - 1), -2 + (4 * Math.floor(k / n)) / (n - 1)),
  );
const place = (g: number, n = 41): number => -2 + (4 * g) / (n - 1);

/** Signed area by Gauss's formula. */
const area = (ring: readonly { x: number; y: number }[]): number =>
  ring.reduce((sum, a, i) => {
    const b = ring[(i + 1) % ring.length]!;
    return sum + (place(a.x) * place(b.y) - place(b.x) * place(a.y)) / 2;
  }, 0);

describe('regionRings', () => {
  it('finds a circle: one ring, its radius and its area', () => {
    const rings = regionRings(
      grid((x, y) => 1 - x * x - y * y),
      41,
    );
    expect(rings).toHaveLength(1);
    for (const { x, y } of rings[0]!) expect(Math.hypot(place(x), place(y))).toBeCloseTo(1, 2);
    expect(Math.abs(area(rings[0]!))).toBeCloseTo(Math.PI, 1);
  });

  it('gives the hole of a ring-shaped region the other sense', () => {
    const rings = regionRings(
      grid((x, y) => 0.75 - Math.abs(x * x + y * y - 1.25)),
      41,
    );
    const areas = rings.map(area).sort((a, b) => a - b);
    expect(areas).toHaveLength(2);
    expect(Math.sign(areas[0]!)).toBe(-Math.sign(areas[1]!));
    expect(Math.abs(areas[0]! + areas[1]!)).toBeCloseTo(1.5 * Math.PI, 1);
  });

  it('ends the region at the rim, and the lines before it', () => {
    const rings = regionRings(
      grid((x) => x - 0.5),
      41,
    );
    expect(Math.abs(area(rings[0]!))).toBeCloseTo(4 * 1.5, 10);
    const lines = levelLines(rings);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toHaveLength(41);
    for (const { x } of lines[0]!) expect(place(x)).toBeCloseTo(0.5, 10);
  });

  it('covers everything or nothing, and takes NaN for outside', () => {
    expect(
      levelLines(
        regionRings(
          grid(() => 1),
          41,
        ),
      ),
    ).toEqual([]);
    expect(
      regionRings(
        grid(() => -1),
        41,
      ),
    ).toEqual([]);
    expect(
      regionRings(
        grid(() => Number.NaN),
        41,
      ),
    ).toEqual([]);
  });
});

describe('simplify', () => {
  it('keeps every point within the tolerance, with far fewer points', () => {
    const circle = Array.from({ length: 201 }, (_, i): Point => {
      const angle = (2 * Math.PI * (i % 200)) / 200;
      return [100 * Math.cos(angle), 100 * Math.sin(angle)];
    });
    const thin = simplify(circle, 0.5);
    expect(thin.length).toBeLessThan(45);
    for (let i = 1; i < thin.length; i++) {
      const [a, b] = [thin[i - 1]!, thin[i]!];
      const middle = Math.hypot((a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
      expect(100 - middle).toBeLessThanOrEqual(0.51);
    }
    expect(
      simplify(
        [
          [0, 0],
          [1, 0.2],
          [2, 0],
        ],
        0.3,
      ),
    ).toEqual([
      [0, 0],
      [2, 0],
    ]);
  });

  it('writes paths in tenths', () => {
    expect(
      pathOf(
        [
          [
            [0, 0.04],
            [1.26, -2],
          ],
        ],
        true,
      ),
    ).toBe('M0,0L1.3,-2Z');
  });
});
