import { describe, expect, it } from 'vitest';
import { marchingCubes } from './marchingCubes.ts';

const n = 24;
const place = (g: number): number => -2 + (4 * g) / (n - 1);
const grid = (f: (x: number, y: number, z: number) => number): Float64Array =>
  Float64Array.from({ length: n ** 3 }, (_, k) =>
    f(place(k % n), place(Math.floor(k / n) % n), place(Math.floor(k / n ** 2))),
  );

interface Facet {
  readonly points: readonly (readonly number[])[];
  readonly normal: readonly number[];
  readonly area: number;
}

function facets(triangles: Float32Array): Facet[] {
  return Array.from({ length: triangles.length / 9 }, (_, i) => {
    const points = [0, 3, 6].map((k) => Array.from(triangles.subarray(9 * i + k, 9 * i + k + 3), place));
    const [p, q, r] = points as [number[], number[], number[]];
    const [u, v] = [q, r].map((point) => point.map((value, k) => value - p[k]!)) as [number[], number[]];
    const cross = [0, 1, 2].map((k) => u[(k + 1) % 3]! * v[(k + 2) % 3]! - u[(k + 2) % 3]! * v[(k + 1) % 3]!);
    const size = Math.hypot(...cross);
    return { points, normal: cross.map((c) => c / size), area: size / 2 };
  });
}

const total = (list: readonly Facet[]): number => list.reduce((sum, { area }) => sum + area, 0);

/** Times each directed edge occurs, by its ends in thousandths. */
function edges(list: readonly Facet[]): Map<string, number> {
  const count = new Map<string, number>();
  const name = (point: readonly number[]): string => point.map((v) => v.toFixed(4)).join(' ');
  for (const { points } of list) {
    points.forEach((from, k) => {
      const key = `${name(from)}>${name(points[(k + 1) % 3]!)}`;
      count.set(key, (count.get(key) ?? 0) + 1);
    });
  }
  return count;
}

describe('marchingCubes', () => {
  const sphere = facets(
    marchingCubes(
      grid((x, y, z) => 1.5 ** 2 - x * x - y * y - z * z),
      n,
    ),
  );

  it('finds a sphere: radius, area and outward sense', () => {
    for (const { points } of sphere) {
      for (const point of points) expect(Math.hypot(...point)).toBeCloseTo(1.5, 1);
    }
    expect(Math.abs(total(sphere) / (4 * Math.PI * 1.5 ** 2) - 1)).toBeLessThan(0.01);
    const senses = sphere
      .filter(({ area }) => area > 1e-4)
      .map(({ normal, points }) => Math.sign(normal.reduce((sum, v, k) => sum + v * points[0]![k]!, 0)));
    expect(new Set(senses).size).toBe(1);
  });

  it('closes the sphere without a crack', () => {
    const counts = edges(sphere);
    const open = [...counts].filter(([key, count]) => {
      const [from, to] = key.split('>');
      return from !== to && counts.get(`${to}>${from}`) !== count;
    });
    expect(open.length).toBe(0);
  });

  it('finds a slanted plane exactly', () => {
    const plane = facets(
      marchingCubes(
        grid((x, y, z) => x + 0.5 * y - 0.25 * z - 0.1),
        n,
      ),
    );
    for (const { points } of plane) {
      for (const [x, y, z] of points) expect(x! + 0.5 * y! - 0.25 * z!).toBeCloseTo(0.1, 5);
    }
    // y and z both run over the whole cube: 16 times the stretch of the graph x(y, z).
    expect(total(plane)).toBeCloseTo(16 * Math.hypot(1, 0.5, 0.25), 3);
  });

  it('leaves out what is not a number, and has no surface where nothing changes sign', () => {
    expect(
      marchingCubes(
        grid(() => Number.NaN),
        n,
      ),
    ).toHaveLength(0);
    expect(
      marchingCubes(
        grid(() => 1),
        n,
      ),
    ).toHaveLength(0);
    const half = facets(
      marchingCubes(
        grid((x, y) => (y > 0 ? Number.NaN : x)),
        n,
      ),
    );
    expect(half.every(({ points }) => points.every((point) => point[1]! <= 0))).toBe(true);
    expect(half.length).toBeGreaterThan(0);
  });
});
