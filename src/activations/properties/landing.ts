import type { Scalar } from './probe.ts';

/**
 * True when a gap closes step by step on the way back along `places`, as between tanh and its level, though rounding soon
 * makes it 0; false when it ends somewhere, as for ReLU6. The way from a gap of 10⁻³ of `size` to 10⁻⁹ and on to rounding is
 * of one kind for an exponential; a curve that lands covers a hundredth of it at the end.
 */
export function isApproached(gap: Scalar, places: readonly number[], size: number): boolean {
  const place = (share: number): number => {
    const open = (x: number) => Math.abs(gap(x)) > share * size;
    const i = places.findIndex(open);
    if (i <= 0) return places[0]!;
    let [shut, apart] = [places[i - 1]!, places[i]!];
    for (let step = 0; step < 50; step++) {
      const middle = (shut + apart) / 2;
      if (open(middle)) apart = middle;
      else shut = middle;
    }
    return apart;
  };
  const [far, middle, near] = [place(1e-15), place(1e-9), place(1e-3)] as const;
  return Math.abs(far - middle) > Math.abs(middle - near) / 6;
}
