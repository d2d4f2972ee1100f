import { describe, expect, it, test } from 'vitest';
import { activations, celu, leakyRelu, sine, swish, tanh } from '../../activations/index.ts';
import { activationKind, type Curve } from './activationKind.ts';
import type { KernelPath } from './kernels.ts';
import { loadKernels } from './load.ts';

/** Values and slopes of a kernel on float32 inputs; the count is a multiple of 4. */
async function run(path: KernelPath, curve: Curve, inputs: Float32Array) {
  const workspace = (await loadKernels(path)).workspace();
  workspace.begin(curve);
  const [x, y, slope] = [0, 1, 2].map(() => workspace.reserve(inputs.length)) as [number, number, number];
  workspace.commit();
  workspace.floats(x, inputs.length).set(inputs);
  const { kind, p, q, r, s } = activationKind(curve)!;
  workspace.ops.activate!(kind, inputs.length, x, y, slope, p, q, r, s);
  const values = workspace.floats(y, inputs.length).slice();
  const slopes = workspace.floats(slope, inputs.length).slice();
  workspace.ops.activate!(kind, inputs.length, x, x, 0, p, q, r, s);
  return { values, slopes, inPlace: workspace.floats(x, inputs.length).slice() };
}

/** Dense around 0 and over the saturating parts, and logarithmically out to the ends of float32. */
const sweep = Float32Array.from([
  ...Array.from({ length: 16_001 }, (_, i) => (i - 8000) / 400),
  ...Array.from({ length: 2000 }, (_, i) => (i - 1000) / 10),
  ...Array.from({ length: 332 }, (_, i) => (i % 2 ? 1 : -1) * 10 ** (-44.5 + i / 4)),
  ...[3.4028234e38, -3.4028234e38, 0],
]);

/** |got − want| ≤ 1e-6·max(1, |want|), or the float32 that `want` rounds to. */
const near = (got: number, want: number): boolean =>
  got === Math.fround(want) || Math.abs(got - want) <= 1e-6 * Math.max(1, Math.abs(want));

const curves = [
  ...activations,
  celu({ alpha: 0.5 }),
  leakyRelu({ negativeSlope: 0.3 }),
  swish({ beta: 1.5 }),
];
const vectorised = curves.filter((curve) => activationKind(curve));

describe.each<KernelPath>(['relaxed', 'simd'])('activation kernels on %s', (path) => {
  it.each(vectorised.map((curve) => [curve.spec, curve] as const))(
    '%s is right to 1e-6',
    async (_, curve) => {
      const { values, slopes, inPlace } = await run(path, curve, sweep);
      const wrong: string[] = [];
      sweep.forEach((x, i) => {
        if (!near(values[i]!, curve.f(x))) wrong.push(`f(${x}) = ${values[i]}, want ${curve.f(x)}`);
        // A kink's convention is for the exact point; 1/6 and its like put it elsewhere in float32.
        if (curve.kinks.some((kink) => Math.abs(kink.x - x) < 1e-6 * Math.abs(x))) return;
        if (!near(slopes[i]!, curve.df(x))) wrong.push(`f′(${x}) = ${slopes[i]}, want ${curve.df(x)}`);
      });
      expect(wrong).toEqual([]);
      expect(inPlace).toEqual(values);
    },
  );

  it.each(vectorised.map((curve) => [curve.spec, curve] as const))('%s hands NaN on', async (_, curve) => {
    const { values } = await run(path, curve, Float32Array.of(Number.NaN, 0, 1, Number.NaN));
    expect([...values].map(Number.isNaN)).toEqual([true, false, false, true]);
  });

  test('tanh keeps its relative precision near 0', async () => {
    const { values } = await run(path, tanh, Float32Array.of(1e-30, 1e-10, -1e-4, 0.01));
    values.forEach((y, i) => {
      const want = Math.tanh(Math.fround([1e-30, 1e-10, -1e-4, 0.01][i]!));
      expect(Math.abs(y / want - 1)).toBeLessThan(3e-7);
    });
  });
});

test('functions without a vector form, and a reader’s own, fall back to their formulas', () => {
  expect(activationKind(sine())).toBeNull();
  expect(activationKind({ id: 'toString', values: {}, f: Math.sin, df: Math.cos })).toBeNull();
  expect(activationKind(swish({ beta: 0 }))).toBeNull();
});
