/** A plane through three of the points, and how many points it gets right, the three counted as right. */
export interface Through {
  readonly right: number;
  readonly points: readonly [number, number, number];
}

const buckets = 64;

/**
 * The best of all planes through three points of the cloud, either side called 1. A plane through points i and j is turned once
 * around their line and meets every other point on the way; coarse counts by angle show where a plane better than `atLeast` could
 * be, and only there the angles are sorted. O(n³) time without the logarithm. Returns null when none gets more than `atLeast`.
 */
export function bestPlaneThroughThree(
  points: readonly (readonly number[])[],
  labels: ArrayLike<number>,
  atLeast = 0,
): Through | null {
  const n = points.length;
  const flat = Float64Array.from(points.flat());
  const turn = new Float64Array(n);
  const gain = new Int8Array(n);
  const sum = new Int32Array(buckets);
  const up = [new Int32Array(buckets), new Int32Array(buckets)];
  let best: Through | null = null;
  let limit = atLeast;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      let right = startTurning(flat, labels, i, j, turn, gain);
      sum.fill(0);
      for (const counts of up) counts.fill(0);
      for (let k = 0; k < n; k++) {
        if (k === i || k === j) continue;
        const b = bucketOf(turn[k]!);
        sum[b]! += gain[k]!;
        up[gain[k]! > 0 ? 1 : 0]![b]!++;
      }
      for (let b = 0; b < buckets; b++) {
        // The points i and j, and the one that the plane meets, are right either way.
        const most = Math.max(right + up[1]![b]!, n - 2 - right + up[0]![b]!) + 3;
        if (most > limit) {
          const found = sortBucket(b, n, i, j, right, turn, gain);
          if (found && found.right > limit) {
            best = found;
            limit = found.right;
          }
        }
        right += sum[b]!;
      }
    }
  }
  return best;
}

const bucketOf = (turn: number): number => Math.min(buckets - 1, Math.floor(turn * buckets));

/**
 * Projects along the line through i and j. Fills each point's place in [0, 1) on half a turn and what the count of right answers
 * gains when the plane passes it; returns the count of the other points before the turn.
 */
function startTurning(
  points: Float64Array,
  labels: ArrayLike<number>,
  i: number,
  j: number,
  turn: Float64Array,
  gain: Int8Array,
): number {
  const px = points[3 * i]!;
  const py = points[3 * i + 1]!;
  const pz = points[3 * i + 2]!;
  const ax = points[3 * j]! - px;
  const ay = points[3 * j + 1]! - py;
  const az = points[3 * j + 2]! - pz;
  const length = Math.hypot(ax, ay, az);
  const flat = Math.hypot(ax, ay) || 1;
  const ux = -ay / flat;
  const uy = ax / flat;
  const vx = -(uy * az) / length;
  const vy = (ux * az) / length;
  const vz = (ax * uy - ay * ux) / length;
  let right = 0;
  for (let k = 0; k < gain.length; k++) {
    if (k === i || k === j) continue;
    const x = points[3 * k]! - px;
    const y = points[3 * k + 1]! - py;
    const z = points[3 * k + 2]! - pz;
    const u = x * ux + y * uy;
    const v = x * vx + y * vy + z * vz;
    const above = v > 0 || (v === 0 && u > 0);
    const isRight = above === (labels[k] === 1);
    if (isRight) right++;
    gain[k] = isRight ? -1 : 1;
    const a = above ? u : -u;
    const b = above ? v : -v;
    // A stand-in for the angle that needs no arc tangent: 0 … 1 as (a, b) turns from one side to the other.
    turn[k] = (1 - a / (Math.abs(a) + b)) / 2;
  }
  return right;
}

function sortBucket(
  b: number,
  n: number,
  i: number,
  j: number,
  before: number,
  turn: Float64Array,
  gain: Int8Array,
): Through | null {
  const met: number[] = [];
  for (let k = 0; k < n; k++) if (k !== i && k !== j && bucketOf(turn[k]!) === b) met.push(k);
  met.sort((k, l) => turn[k]! - turn[l]!);
  let right = before;
  let best: Through | null = null;
  for (const k of met) {
    const others = right - (gain[k]! < 0 ? 1 : 0);
    const count = Math.max(others, n - 3 - others) + 3;
    if (!best || count > best.right) best = { right: count, points: [i, j, k] };
    right += gain[k]!;
  }
  return best;
}
