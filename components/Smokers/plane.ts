import { standardise } from '../../src/datasets/standardise.ts';
import { box, type Features, type People, scaler } from './people.ts';

/** A plane in standardised features: points z with normal · z = offset; its normal has length 1. */
export interface Plane {
  readonly normal: readonly [number, number, number];
  readonly offset: number;
}

/** How a plane is set: the normal's direction around the age axis and above the weight-pressure plane, in degrees. */
export interface PlaneAngles {
  readonly around: number;
  readonly above: number;
  readonly offset: number;
}

const radians = Math.PI / 180;

/**
 * The plane of its angles in degrees: `around` in [−180, 180], from the weight's axis (0) to the pressure's (90); `above` in
 * [−90, 90], up to the age's axis (90). `offset`, in [−3, 3], is in standard deviations from the middle of the cloud.
 */
export function planeOf({ around, above, offset }: PlaneAngles): Plane {
  const flat = Math.cos(above * radians);
  return {
    normal: [flat * Math.cos(around * radians), flat * Math.sin(around * radians), Math.sin(above * radians)],
    offset,
  };
}

const side = ({ normal, offset }: Plane, row: Features): number =>
  standardise(scaler, row).reduce((sum, z, k) => sum + z * normal[k]!, -offset);

/** People on the right side when the plane's better side is called “smokes”. */
export function planeRight(plane: Plane, { features, labels }: People): number {
  const right = features.filter((row, i) => side(plane, row) > 0 === (labels[i] === 1)).length;
  return Math.max(right, features.length - right);
}

/** Corners of the plane's cut through the box, in kg, mmHg and years, in order; empty when it passes by. */
export function planeInBox(plane: Plane): Features[] {
  const corner = (c: number): Features =>
    [0, 1, 2].map((k) => ((c >> k) & 1 ? box.max[k]! : box.min[k]!)) as unknown as Features;
  const cuts: Features[] = [];
  for (let c = 0; c < 8; c++) {
    for (const bit of [1, 2, 4]) {
      if (c & bit) continue;
      const [a, b] = [corner(c), corner(c | bit)];
      const [p, q] = [side(plane, a), side(plane, b)];
      if (p > 0 === q > 0) continue;
      const t = p / (p - q);
      cuts.push([0, 1, 2].map((k) => a[k]! + t * (b[k]! - a[k]!)) as unknown as Features);
    }
  }
  return aroundTheMiddle(cuts, plane);
}

function aroundTheMiddle(cuts: readonly Features[], { normal }: Plane): Features[] {
  const rows = cuts.map((cut) => standardise(scaler, cut));
  const middle = [0, 1, 2].map((k) => rows.reduce((sum, row) => sum + row[k]!, 0) / rows.length);
  // Two directions within the plane: one across the axis that the normal leans on least, one across both.
  const least = normal.reduce((best, v, k) => (Math.abs(v) < Math.abs(normal[best]!) ? k : best), 0);
  const u = cross(
    normal,
    [0, 1, 2].map((k) => (k === least ? 1 : 0)),
  );
  const v = cross(normal, u);
  const angle = (row: readonly number[]): number => {
    const from = row.map((z, k) => z - middle[k]!);
    return Math.atan2(dot(from, v), dot(from, u));
  };
  return cuts
    .map((cut, i) => ({ cut, angle: angle(rows[i]!) }))
    .sort((a, b) => a.angle - b.angle)
    .map(({ cut }) => cut);
}

/** The plane's line in the slice of one age, as weights and pressures within the box; null when it passes by. */
export function planeAtAge(plane: Plane, age: number): readonly (readonly [number, number])[] | null {
  const at = (weight: number, systolic: number): number => side(plane, [weight, systolic, age]);
  const [w0, s0] = box.min;
  const [w1, s1] = box.max;
  const rim = [
    [w0, s0],
    [w1, s0],
    [w1, s1],
    [w0, s1],
  ] as const;
  const ends = rim.flatMap((a, k) => {
    const b = rim[(k + 1) % 4]!;
    const [p, q] = [at(a[0], a[1]), at(b[0], b[1])];
    if (p > 0 === q > 0) return [];
    const t = p / (p - q);
    return [[a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])] as const];
  });
  return ends.length === 2 ? ends : null;
}

const features = [
  { name: 'weight', unit: 'kg', more: 'for heavier people' },
  { name: 'pressure', unit: 'mmHg', more: 'at higher pressure' },
  { name: 'age', unit: 'years', more: 'for older people' },
] as const;

/** Where a plane lies: `at a pressure of 141 mmHg in the middle of the cloud, higher for older people`. */
export function sayPlane({ normal, offset }: Plane): string {
  const axis = normal.reduce((best, v, k) => (Math.abs(v) > Math.abs(normal[best]!) ? k : best), 0);
  const { name, unit } = features[axis]!;
  const middle = scaler.means[axis]! + (scaler.deviations[axis]! * offset) / normal[axis]!;
  const slopes = features
    .map(({ more }, k) => ({ more, slope: -normal[k]! / normal[axis]! }))
    .filter(({ slope }, k) => k !== axis && Math.abs(slope) > 0.1)
    .map(({ more, slope }) => `${slope > 0 ? 'higher' : 'lower'} ${more}`);
  const article = name === 'age' ? 'an' : 'a';
  return [`at ${article} ${name} of ${middle.toFixed(0)} ${unit} in the middle of the cloud`, ...slopes].join(
    ', ',
  );
}

const cross = (a: readonly number[], b: readonly number[]): number[] =>
  [0, 1, 2].map((k) => a[(k + 1) % 3]! * b[(k + 2) % 3]! - a[(k + 2) % 3]! * b[(k + 1) % 3]!);

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, k) => sum + value * b[k]!, 0);
