import { exp } from './exponential';

/**
 * delta[i][j] ← (softmax(z[i])[j] − [j = label[i]])·scale, zero in the padding columns, and three float64 numbers at
 * `out`: Σ (max zᵢ − zᵢ[label]), the product of the sums of exponentials and the power of 2²⁵⁶ taken out of it. Their
 * cross-entropy is first + ln(second) + third·256·ln 2: one logarithm for a whole batch.
 * Labels are int32; `stride` is the bytes of a row of z and of delta.
 */
export function softmaxCrossEntropy(
  rows: i32, columns: i32, z: usize, stride: usize, labels: usize, delta: usize, scale: f32, out: usize,
): void {
  let distance: f64 = 0, product: f64 = 1, power: f64 = 0;
  for (const end = labels + 4 * rows; labels < end; labels += 4) {
    let top = load<f32>(z);
    for (let j = 1; j < columns; j++) {
      const candidate = load<f32>(z + 4 * j);
      top = candidate > top ? candidate : top;
    }
    const shift = f32x4.splat(top);
    let at: usize = 0;
    let total: f32 = 0;
    for (; at < stride; at += 16) v128.store(delta + at, exp(f32x4.sub(v128.load(z + at), shift)));
    for (let j = 0; j < columns; j++) total += load<f32>(delta + 4 * j);
    const factor = f32x4.splat(scale / total);
    for (at = 0; at < stride; at += 16) v128.store(delta + at, f32x4.mul(factor, v128.load(delta + at)));
    for (at = 4 * columns; at < stride; at += 4) store<f32>(delta + at, 0);
    const label = 4 * load<i32>(labels);
    store<f32>(delta + label, load<f32>(delta + label) - scale);
    distance += <f64>top - <f64>load<f32>(z + label);
    product *= total;
    if (product > 1.157920892373162e77) {
      product *= 8.636168555094445e-78;
      power++;
    }
    z += stride;
    delta += stride;
  }
  store<f64>(out, distance);
  store<f64>(out + 8, product);
  store<f64>(out + 16, power);
}
