/** A corner of a border: a place in grid steps, and whether it lies on the rim of the grid rather than on the level. */
export interface Corner {
  readonly x: number;
  readonly y: number;
  readonly rim: boolean;
}

/** Neighbours of a square's corners in turn, as steps from its first node. */
const square = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

/**
 * The borders of the region where `values` (rows of `columns` nodes) exceed `level`, as closed rings, by marching squares with
 * linear interpolation; the region ends at the rim of the grid. Rings around holes run the other way round.
 */
export function regionRings(values: ArrayLike<number>, columns: number, level = 0): Corner[][] {
  const rows = values.length / columns;
  const outside = (i: number, j: number): boolean => i < 0 || j < 0 || i >= columns || j >= rows;
  const at = (i: number, j: number): number => (outside(i, j) ? -Infinity : values[j * columns + i]! - level);
  const inside = (i: number, j: number): boolean => at(i, j) > 0;
  // A crossing is known by the grid edge it lies on: its first node, and whether the edge runs along or down.
  const next = new Map<number, number>();
  const corners = new Map<number, Corner>();
  const crossing = (i: number, j: number, k: number, l: number): number => {
    const key = 2 * ((Math.min(j, l) + 1) * (columns + 2) + Math.min(i, k) + 1) + (j === l ? 0 : 1);
    if (!corners.has(key)) corners.set(key, cross(i, j, k, l, at, outside));
    return key;
  };
  for (let j = -1; j < rows; j++) {
    for (let i = -1; i < columns; i++) {
      const flat = inside(i, j) === inside(i + 1, j) && inside(i, j) === inside(i, j + 1);
      if (flat && inside(i, j) === inside(i + 1, j + 1)) continue;
      for (let turn = 0; turn < 4; turn++) {
        const [a, b] = node(i, j, turn);
        const [c, d] = node(i, j, turn + 1);
        if (inside(a, b) || !inside(c, d)) continue;
        let end = turn + 1;
        while (inside(...node(i, j, end + 1))) end++;
        next.set(crossing(a, b, c, d), crossing(...node(i, j, end), ...node(i, j, end + 1)));
      }
    }
  }
  return loops(next).map((loop) => loop.map((key) => corners.get(key)!));
}

const node = (i: number, j: number, turn: number): [number, number] => {
  const [x, y] = square[turn % 4]!;
  return [i + x, j + y];
};

function cross(
  i: number,
  j: number,
  k: number,
  l: number,
  at: (i: number, j: number) => number,
  outside: (i: number, j: number) => boolean,
): Corner {
  if (outside(i, j)) return { x: k, y: l, rim: true };
  if (outside(k, l)) return { x: i, y: j, rim: true };
  const t = at(i, j) / (at(i, j) - at(k, l));
  const share = Number.isFinite(t) ? t : 0.5;
  return { x: i + (k - i) * share, y: j + (l - j) * share, rim: false };
}

/** Follows every key to its successor until the way closes. */
export function loops<K>(next: Map<K, K>): K[][] {
  const found: K[][] = [];
  for (const first of next.keys()) {
    const loop: K[] = [];
    for (let key: K | undefined = first; key !== undefined && next.has(key); ) {
      loop.push(key);
      const following: K = next.get(key)!;
      next.delete(key);
      key = following;
    }
    if (loop.length > 0) found.push(loop);
  }
  return found;
}

/** The parts of rings that follow the level itself, without the rim; a ring that never meets the rim ends where it began. */
export function levelLines(rings: readonly (readonly Corner[])[]): Corner[][] {
  return rings.flatMap((ring) => {
    const start = ring.findIndex((corner) => corner.rim);
    if (start < 0) return [[...ring, ring[0]!]];
    const lines: Corner[][] = [[]];
    for (const corner of [...ring.slice(start), ...ring.slice(0, start)]) {
      if (!corner.rim) lines.at(-1)!.push(corner);
      else if (lines.at(-1)!.length > 0) lines.push([]);
    }
    return lines.filter((line) => line.length > 1);
  });
}

export type Point = readonly [x: number, y: number];

/** The fewest of the points that stay within `tolerance` of all of them (Douglas & Peucker 1973). */
export function simplify(points: readonly Point[], tolerance: number): Point[] {
  if (points.length < 3) return [...points];
  const [first, last] = [points[0]!, points.at(-1)!];
  const closed = first[0] === last[0] && first[1] === last[1];
  const length = Math.hypot(last[0] - first[0], last[1] - first[1]);
  let worst = 0;
  let at = 0;
  points.forEach(([x, y], i) => {
    const [dx, dy] = [x - first[0], y - first[1]];
    const off = closed
      ? Math.hypot(dx, dy)
      : Math.abs(dx * (last[1] - first[1]) - dy * (last[0] - first[0])) / length;
    if (off > worst) [worst, at] = [off, i];
  });
  if (worst <= tolerance) return closed ? [first] : [first, last];
  const before = simplify(points.slice(0, at + 1), tolerance);
  return [...before.slice(0, -1), ...simplify(points.slice(at), tolerance)];
}

/** Path data of lines, in tenths of a pixel. */
export function pathOf(lines: readonly (readonly Point[])[], closed = false): string {
  const number = (v: number): string => String(Math.round(v * 10) / 10);
  return lines
    .filter((line) => line.length > 1)
    .map((line) => `M${line.map(([x, y]) => `${number(x)},${number(y)}`).join('L')}${closed ? 'Z' : ''}`)
    .join('');
}
