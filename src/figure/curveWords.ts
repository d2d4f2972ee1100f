import type { Point } from './curve.ts';
import { cellText } from './table.ts';

/** Something that a reader would point at on a curve. */
interface Landmark {
  readonly x: number;
  readonly text: string;
}

/** More turning points and zeros than these are counted instead of told. */
const MOST = 8;
/** A bump or a jump lower than this share of the curve's height is not told. */
const VISIBLE = 0.01;

/**
 * A curve in words, from left to right: its ends, where it turns, crosses 0, jumps, is level or has no value. A point
 * without a value breaks the line, as `curvePoints` makes them.
 */
export function curveWords(points: readonly Point[]): string {
  const runs = runsOf(points);
  const heights = runs.flat().map(([, y]) => y);
  if (heights.length === 0) return 'no value anywhere';
  // Beside a pole everything else would be next to nothing.
  const tame = heights.filter((y) => !isHuge(y));
  const seen = tame.length > 0 ? tame : heights;
  const [low, high] = [Math.min(...seen), Math.max(...seen)];
  const reach = high - low;
  const missing = gaps(points, runs);
  if (seen.length === heights.length && reach <= 1e-9 * Math.max(1, Math.abs(high))) {
    const where = missing.length > 0 ? 'wherever it has a value' : 'throughout';
    return [`${height(high, 0)} ${where}`, ...missing.map(({ text }) => text)].join(', ');
  }
  const inner = runs.flatMap((run) => [...turns(run, reach), ...zeros(run)]);
  const told =
    inner.length <= MOST
      ? inner
      : [
          {
            x: runs[0]![0]![0],
            text: `up and down between ${height(low, reach)} and ${height(high, reach)}`,
          },
        ];
  return [...runs.flatMap((run) => ends(run, reach)), ...jumps(runs, reach), ...missing, ...told]
    .sort((a, b) => a.x - b.x)
    .map(({ text }) => text)
    .join(', ');
}

function runsOf(points: readonly Point[]): Point[][] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (Number.isFinite(point[1])) runs.at(-1)!.push(point);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}

/** Next to a pole a height says where the curve was cut, and no more. */
const isHuge = (y: number): boolean => Math.abs(y) >= 1e6;

function height(y: number, reach: number): string {
  if (isHuge(y)) return y > 0 ? 'over a million' : 'below minus a million';
  return y !== 0 && Math.abs(y) < 0.002 * reach ? 'almost 0' : cellText(y, 3);
}

const place = (x: number, digits = 2): string => cellText(Number(x.toFixed(digits)) + 0, 6);

/** Where a run begins and ends; a level beginning or end as far as it goes. */
function ends(run: readonly Point[], reach: number): Landmark[] {
  const level = (from: Point, [x, y]: Point): boolean =>
    x !== from[0] && Math.abs(y - from[1]) <= 1e-9 * reach;
  const [first, last] = [run[0]!, run.at(-1)!];
  const left = run.findIndex((point, i) => i > 0 && !level(first, point));
  if (left < 0)
    return [{ x: first[0], text: `${height(first[1], reach)} from ${place(first[0])} to ${place(last[0])}` }];
  const right = run.findLastIndex((point, i) => i < run.length - 1 && !level(last, point));
  const stop = run[left - 1]!;
  const go = run[right + 1]!;
  return [
    stop === first
      ? { x: first[0], text: `${height(first[1], reach)} at ${place(first[0])}` }
      : { x: first[0], text: `${height(first[1], reach)} from ${place(first[0])} to ${place(stop[0])}` },
    go === last
      ? { x: last[0], text: `${height(last[1], reach)} at ${place(last[0])}` }
      : { x: go[0], text: `${height(last[1], reach)} from ${place(go[0])} to ${place(last[0])}` },
  ];
}

/** Highest and lowest points inside a run, where the curve has turned back by more than can be overlooked. */
function turns(run: readonly Point[], reach: number): Landmark[] {
  const found: Landmark[] = [];
  let [top, bottom] = [run[0]!, run[0]!];
  let going: 'up' | 'down' | null = null;
  const tell = (verb: string, [x, y]: Point): void => {
    if (x > run[0]![0]) found.push({ x, text: `${verb} to ${height(y, reach)} at ${place(x, 1)}` });
  };
  for (const point of run) {
    if (point[1] > top[1]) top = point;
    if (point[1] < bottom[1]) bottom = point;
    if (going !== 'down' && top[1] - point[1] > VISIBLE * reach) {
      if (going === 'up') tell('rises', top);
      going = 'down';
      bottom = point;
    } else if (going !== 'up' && point[1] - bottom[1] > VISIBLE * reach) {
      if (going === 'down') tell('falls', bottom);
      going = 'up';
      top = point;
    }
  }
  return found;
}

/** Places inside a run at which the sign changes. */
function zeros(run: readonly Point[]): Landmark[] {
  const found: Landmark[] = [];
  let before: Point | undefined;
  for (const point of run) {
    if (point[1] === 0) continue;
    if (before && before[1] < 0 !== point[1] < 0) {
      const share = before[1] / (before[1] - point[1]);
      const x = before[0] + share * (point[0] - before[0]);
      found.push({ x, text: `crosses 0 at ${place(x)}` });
    }
    before = point;
  }
  return found;
}

/** Runs further apart than this have a stretch without a value between them, and do not just jump. */
const APART = 1e-6;

function jumps(runs: readonly (readonly Point[])[], reach: number): Landmark[] {
  return runs.slice(1).flatMap((run, i) => {
    const [[a, from], [b, to]] = [runs[i]!.at(-1)!, run[0]!];
    if (b - a > APART || Math.abs(to - from) <= VISIBLE * reach) return [];
    return [
      { x: (a + b) / 2, text: `jumps from ${height(from, reach)} to ${height(to, reach)} at ${place(b)}` },
    ];
  });
}

/** Stretches without a value: between two runs, before the first and after the last. */
function gaps(points: readonly Point[], runs: readonly (readonly Point[])[]): Landmark[] {
  /** Where a run ends towards the point without a value beside it; undefined at an end of the whole curve. */
  const edge = (end: Point, side: 1 | -1): string | undefined => {
    const beyond = points[points.indexOf(end) + side];
    return beyond && roundest(end[0], beyond[0]);
  };
  const between = runs.slice(1).flatMap((run, i) => {
    const [left, right] = [runs[i]!.at(-1)!, run[0]!];
    if (right[0] - left[0] <= APART) return [];
    return [{ x: (left[0] + right[0]) / 2, text: `no value from ${edge(left, 1)} to ${edge(right, -1)}` }];
  });
  const below = edge(runs[0]![0]!, -1);
  const above = edge(runs.at(-1)!.at(-1)!, 1);
  return [
    ...(below === undefined ? [] : [{ x: Number.NEGATIVE_INFINITY, text: `no value below ${below}` }]),
    ...between,
    ...(above === undefined ? [] : [{ x: Number.POSITIVE_INFINITY, text: `no value above ${above}` }]),
  ];
}

/** Of the numbers from a point of the curve to the next without a value, between which it ends, the one with fewest digits. */
function roundest(x: number, beyond: number): string {
  const between = (value: number): boolean =>
    value >= Math.min(x, beyond) - APART && value <= Math.max(x, beyond) + APART;
  const digits = [0, 1].find((count) => between(Number(x.toFixed(count))));
  return place(x, digits);
}
