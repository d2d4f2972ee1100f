/** Multiples of 1, 2, 5, 10 or 20 up to `depth`, at most `most` of them: ticks for an axis of layers, its ends aside. */
export function roundLayers(depth: number, most: number): number[] {
  const step = [1, 2, 5, 10, 20].find((one) => depth / one <= most) ?? 20;
  return Array.from({ length: Math.floor(depth / step) }, (_, i) => (i + 1) * step);
}
