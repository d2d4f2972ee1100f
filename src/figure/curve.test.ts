import { describe, expect, it } from 'vitest';
import { activations } from '../activations/index.ts';
import { curvePoints, type Point, thin } from './curve.ts';
import { spread } from './labels.ts';
import { cellText, toCsv } from './table.ts';

/** The polyline's height at x, or NaN where it is broken. */
function height(points: readonly Point[], x: number): number {
  const i = points.findIndex(([px]) => px >= x);
  const [a, b] = [points[Math.max(0, i - 1)]!, points[i]!];
  return b[0] === a[0] ? b[1] : a[1] + ((x - a[0]) / (b[0] - a[0])) * (b[1] - a[1]);
}

describe('curvePoints', () => {
  it.each(activations.map((a) => [a.spec, a] as const))('%s is drawn within a pixel', (_, activation) => {
    const points = curvePoints(activation, -4, 4);
    const tested = Array.from({ length: 797 }, (__, i) => -3.99 + i * 0.010023);
    for (const x of tested) {
      if (activation.kinks.some((k) => Math.abs(k.x - x) < 1e-3)) continue;
      expect(Math.abs(height(points, x) - activation.f(x))).toBeLessThan(0.013);
    }
    expect(points.length).toBeLessThan(140);
  });

  it('never joins a jump', () => {
    const step = activations.find((a) => a.id === 'step')!;
    const points = curvePoints(step, -4, 4);
    const at = points.findIndex(([, y]) => Number.isNaN(y));
    expect(points[at - 1]![1]).toBe(0);
    expect(points[at + 1]![1]).toBe(1);
  });

  it('breaks the derivative of ReLU at its corner, not ReLU itself', () => {
    const relu = activations.find((a) => a.id === 'relu')!;
    expect(curvePoints(relu, -4, 4).some(([, y]) => Number.isNaN(y))).toBe(false);
    expect(curvePoints(relu, -4, 4, 'df').some(([, y]) => Number.isNaN(y))).toBe(true);
  });

  it('draws a function where it is a number, and breaks the line where it is none', () => {
    const root = { f: Math.sqrt, df: Math.sqrt, d2f: Math.sqrt, kinks: [] };
    const points = curvePoints(root, -4, 4);
    expect(points.filter(([x, y]) => x < 0 && !Number.isNaN(y))).toEqual([]);
    expect(height(points, 3)).toBeCloseTo(Math.sqrt(3), 2);
    const pole = { ...root, f: (x: number) => 1 / (x - 2) };
    expect(curvePoints(pole, 0, 4).filter(([, y]) => !Number.isFinite(y) && !Number.isNaN(y))).toEqual([]);
    expect(curvePoints({ ...root, f: () => Number.NaN }, -4, 4)).toEqual([]);
  });

  it('keeps a straight line as its two ends', () => {
    const line = Array.from({ length: 50 }, (_, i): Point => [i, 2 * i]);
    expect(thin(line, 1e-9)).toEqual([line[0], line[49]]);
  });
});

describe('labels at line ends', () => {
  it('stand 17 px apart, in order, inside the plot', () => {
    const put = spread([100, 101, 102, 50, 195, 199], 10, 200);
    const sorted = [...put].sort((a, b) => a - b);
    const gaps = sorted.slice(1).map((y, i) => y - sorted[i]!);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(17 - 1e-9);
    expect(Math.max(...put)).toBeLessThanOrEqual(200);
    expect(put[0]!).toBeLessThan(put[1]!);
  });

  it('stay where they are when they are far enough apart', () => {
    expect(spread([20, 60, 100], 0, 200)).toEqual([20, 60, 100]);
  });
});

describe('the table of a figure', () => {
  it('prints numbers as people read them', () => {
    expect(
      [0, -0.2, 1 / 3, 1.5e-12, Number.POSITIVE_INFINITY, Number.NaN, 'He'].map((v) => cellText(v)),
    ).toEqual(['0', '−0.2', '0.333333', '1.5 × 10^−12', '∞', 'undefined', 'He']);
  });

  it('writes CSV in full precision with quotes where they are needed', () => {
    const table = { columns: [{ label: 'x, px' }, { label: 'f' }], rows: [[0.1 + 0.2, 'say "a"']] };
    expect(toCsv(table)).toBe('"x, px",f\r\n0.30000000000000004,"say ""a"""\r\n');
  });
});
