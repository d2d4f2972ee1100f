import { type Corner, levelLines, type Point, regionRings, simplify } from '../../src/training/contour.ts';
import { cubeLogits, cubeNodes, nodeAt, type SmokersResult } from './model.ts';
import { box, type Features, seen } from './people.ts';
import { type Plane, planeInBox } from './plane.ts';

export interface View {
  /** Degrees: about the upright axis, and of the eye above the horizon. */
  readonly yaw: number;
  readonly pitch: number;
}

/** A place on the picture in px and its distance from the eye's plane; larger is nearer. */
export type Projected = readonly [x: number, y: number, depth: number];

export type Project = (features: ArrayLike<number>) => Projected;

const radians = Math.PI / 180;

/** Parallel projection of the box to a picture: pressure upright, weight and age in the ground plane. */
export function projection({ yaw, pitch }: View, width: number, height: number): Project {
  const [cy, sy] = [Math.cos(yaw * radians), Math.sin(yaw * radians)];
  const [cp, sp] = [Math.cos(pitch * radians), Math.sin(pitch * radians)];
  const scale = Math.min(width / 2 / 1.52, height / 2 / 1.52);
  return (features) => {
    const [x, up, z] = [unit(features, 0), unit(features, 1), unit(features, 2)];
    const right = x * cy - z * sy;
    const towards = x * sy + z * cy;
    return [
      width / 2 + scale * right,
      height / 2 - 8 - scale * (up * cp - towards * sp),
      up * sp + towards * cp,
    ];
  };
}

const unit = (features: ArrayLike<number>, axis: 0 | 1 | 2): number =>
  (2 * (features[axis]! - box.min[axis])) / (box.max[axis] - box.min[axis]) - 1;

/** The twelve edges of the box. */
export const edges: readonly (readonly [Features, Features])[] = Array.from({ length: 8 }, (_, c) =>
  [1, 2, 4].filter((bit) => !(c & bit)).map((bit) => [corner(c), corner(c | bit)] as const),
).flat();

function corner(c: number): Features {
  const at = (axis: 0 | 1 | 2): number => ((c >> axis) & 1 ? box.max : box.min)[axis];
  return [at(0), at(1), at(2)];
}

export interface AxisLabel {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
}

const names = ['weight', 'pressure', 'age'] as const;
const units = ['kg', 'mmHg', 'years'] as const;

/** Names of the axes: under the lowest edges of the ground, and on top of the leftmost upright. */
export function axisLabels(project: Project, width: number, phone: boolean): AxisLabel[] {
  return ([0, 1, 2] as const).map((axis) => {
    const text = phone ? names[axis] : `${names[axis]}, ${box.min[axis]}–${box.max[axis]} ${units[axis]}`;
    const along = edges.filter(([a, b]) => a[axis] !== b[axis]);
    const middles = along.map(([a, b]): Point => {
      const [p, q] = [project(a), project(b)];
      return [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
    });
    if (axis === 1) return { ...topOf(along, project), anchor: 'start', text };
    const [x, y] = middles.reduce((best, m) => (m[1] > best[1] ? m : best));
    const off = x - width / 2;
    return { x, y: y + 18, anchor: Math.abs(off) < 24 ? 'middle' : off < 0 ? 'end' : 'start', text };
  });
}

/** A little above the upper end of the leftmost upright. */
function topOf(uprights: typeof edges, project: Project): { x: number; y: number } {
  const tops = uprights.flatMap((edge) => edge.map((place) => project(place)));
  const [x] = tops.reduce((left, top) => (top[0] < left[0] - 0.5 ? top : left));
  const y = Math.min(...tops.filter((top) => Math.abs(top[0] - x) < 1).map((top) => top[1]));
  return { x: Math.max(0, x - 4), y: Math.max(10, y - 8) };
}

/** Which of the 600 are behind the plane, seen from the eye. */
export function behind(plane: Plane, project: Project): readonly boolean[] {
  const cut = planeInBox(plane);
  if (cut.length < 3) return seen.features.map(() => false);
  const [a, b, c] = cut.map((place) => project(place)) as [Projected, Projected, Projected];
  // The plane as depth over the picture: depth = d₀ + gx·x + gy·y.
  const [ux, uy, ud] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [vx, vy, vd] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  const det = ux * vy - uy * vx || 1e-9;
  const gx = (ud * vy - uy * vd) / det;
  const gy = (ux * vd - ud * vx) / det;
  return seen.features.map((person) => {
    const [x, y, depth] = project(person);
    return depth < a[2] + gx * (x - a[0]) + gy * (y - a[1]);
  });
}

/** The surface p = ½ as rings at nine heights of pressure, for pictures that must stay small. */
export function rings(result: SmokersResult, project: Project): Point[][] {
  const logits = cubeLogits(result);
  return [3, 5, 7, 9, 11, 13, 15, 17, 19, 21].flatMap((j) => {
    const level = Float32Array.from(
      { length: cubeNodes ** 2 },
      (_, n) => logits[(n % cubeNodes) + cubeNodes * (j + cubeNodes * Math.floor(n / cubeNodes))]!,
    );
    const place = ({ x, y }: Corner): Point => {
      const [px, py] = project([nodeAt(0, x, cubeNodes), nodeAt(1, j, cubeNodes), nodeAt(2, y, cubeNodes)]);
      return [px, py];
    };
    return levelLines(regionRings(level, cubeNodes)).map((line) => simplify(line.map(place), 0.4));
  });
}
