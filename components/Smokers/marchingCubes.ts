import { loops } from '../../src/training/contour.ts';

/** Corner c of a cube stands at (c & 1, c >> 1 & 1, c >> 2): its faces, each seen from outside in the same sense. */
const faces = [
  [0, 4, 6, 2],
  [1, 3, 7, 5],
  [0, 1, 5, 4],
  [2, 6, 7, 3],
  [0, 2, 3, 1],
  [4, 5, 7, 6],
] as const;

/** An edge between two corners as one number, the same from both ends. */
const edge = (a: number, b: number): number => Math.min(a, b) * 8 + Math.max(a, b);

/**
 * For each of the 256 sets of corners above the level: the polygons that cut them off, as cycles of edges. On every face a run of
 * inner corners is cut off by itself, the same from both sides, so that the surface has no cracks.
 */
const polygons: readonly (readonly (readonly number[])[])[] = Array.from({ length: 256 }, (_, set) => {
  const inside = (corner: number): boolean => ((set >> corner) & 1) === 1;
  const next = new Map<number, number>();
  for (const face of faces) {
    const corner = (turn: number): number => face[turn % 4]!;
    for (let turn = 0; turn < 4; turn++) {
      if (inside(corner(turn)) || !inside(corner(turn + 1))) continue;
      let end = turn + 1;
      while (inside(corner(end + 1))) end++;
      next.set(edge(corner(turn), corner(turn + 1)), edge(corner(end), corner(end + 1)));
    }
  }
  return loops(next);
});

/**
 * The surface values = 0 as triangles, nine coordinates each in grid steps, by marching cubes (Lorensen & Cline 1987) with linear
 * interpolation. `values` holds n³ numbers, x fastest; cubes with a NaN are left out.
 */
export function marchingCubes(values: ArrayLike<number>, n: number): Float32Array {
  const triangles: number[] = [];
  const corners = new Float64Array(8);
  for (let z = 0; z + 1 < n; z++) {
    for (let y = 0; y + 1 < n; y++) {
      for (let x = 0; x + 1 < n; x++) {
        let set = 0;
        let whole = true;
        for (let c = 0; c < 8; c++) {
          const value = values[x + (c & 1) + n * (y + ((c >> 1) & 1) + n * (z + (c >> 2)))]!;
          corners[c] = value;
          if (value > 0) set |= 1 << c;
          whole &&= !Number.isNaN(value);
        }
        if (whole) for (const polygon of polygons[set]!) pushFan(triangles, polygon, corners, x, y, z);
      }
    }
  }
  return Float32Array.from(triangles);
}

function pushFan(
  triangles: number[],
  polygon: readonly number[],
  corners: Float64Array,
  x: number,
  y: number,
  z: number,
): void {
  const points = polygon.map((key) => {
    const [a, b] = [key >> 3, key & 7];
    const t = corners[a]! / (corners[a]! - corners[b]!);
    const along = (bit: number): number => ((a >> bit) & 1) + t * (((b >> bit) & 1) - ((a >> bit) & 1));
    return [x + along(0), y + along(1), z + along(2)];
  });
  for (let i = 2; i < points.length; i++) triangles.push(...points[0]!, ...points[i - 1]!, ...points[i]!);
}
