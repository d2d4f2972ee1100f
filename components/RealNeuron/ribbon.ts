export type Point = readonly [x: number, y: number];

/** A cubic Bézier curve: start, two handles, end. */
export type Bezier = readonly [Point, Point, Point, Point];

const at = ([a, b, c, d]: Bezier, t: number, axis: 0 | 1): number =>
  (1 - t) ** 3 * a[axis] + 3 * (1 - t) ** 2 * t * b[axis] + 3 * (1 - t) * t ** 2 * c[axis] + t ** 3 * d[axis];

const slopeAt = ([a, b, c, d]: Bezier, t: number, axis: 0 | 1): number =>
  3 * (1 - t) ** 2 * (b[axis] - a[axis]) +
  6 * (1 - t) * t * (c[axis] - b[axis]) +
  3 * t ** 2 * (d[axis] - c[axis]);

/** A point of the curve. */
const pointAt = (curve: Bezier, t: number): Point => [at(curve, t, 0), at(curve, t, 1)];

/**
 * The outline of a branch that follows `curve` and thins from width `from` to width `to`, as SVG path data. The width
 * wavers by a tenth, as ink does; `scale` maps the drawing's units to px.
 */
export function ribbon(curve: Bezier, from: number, to: number, scale: number): string {
  // One step for about nine units of length: no corner shows, and the page stays light.
  const steps = Math.max(5, Math.round(Math.hypot(curve[3][0] - curve[0][0], curve[3][1] - curve[0][1]) / 9));
  const left: string[] = [];
  const right: string[] = [];
  for (let i = 0; i <= steps; i++) {
    const t = i / steps;
    const [dx, dy] = [slopeAt(curve, t, 0), slopeAt(curve, t, 1)];
    const length = Math.hypot(dx, dy) || 1;
    const waver = 1 + 0.1 * Math.sin(5.3 * i + curve[0][0] + curve[3][1]);
    // Thins quickly at first: branches flare where they leave the body.
    const half = ((to + (from - to) * (1 - t) ** 1.6) * waver) / 2;
    const [x, y] = pointAt(curve, t);
    const put = (side: number) =>
      `${(scale * (x - (side * half * dy) / length)).toFixed(1)},${(scale * (y + (side * half * dx) / length)).toFixed(1)}`;
    left.push(put(1));
    right.unshift(put(-1));
  }
  return `M${[...left, ...right].join('L')}Z`;
}

/** The curve itself as SVG path data. */
export function stroke([a, b, c, d]: Bezier, scale: number): string {
  const put = ([x, y]: Point) => `${(scale * x).toFixed(1)},${(scale * y).toFixed(1)}`;
  return `M${put(a)}C${put(b)} ${put(c)} ${put(d)}`;
}
