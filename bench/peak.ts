const sums = Array.from({ length: 12 }, (_, i) => `s${i}`);

/**
 * AssemblyScript of a loop of multiply-adds that touches registers alone: 12 independent sums of 4 floats, enough to hide the
 * latency on x86 and Arm. Fused or not, as the path's kernels.
 */
export function peakSource(path: 'relaxed' | 'simd'): string {
  const step = (s: string): string =>
    path === 'relaxed'
      ? `${s} = f32x4.relaxed_madd(x, y, ${s});`
      : `${s} = f32x4.add(f32x4.mul(x, y), ${s});`;
  const total = sums.reduce((sum, s) => `f32x4.add(${sum}, ${s})`);
  return `memory.data(64);
export function run(turns: i32): f32 {
  const x = v128.load(0), y = v128.load(16);
  let ${sums.map((s) => `${s} = x`).join(', ')};
  for (let i = 0; i < turns; i++) { ${sums.map(step).join(' ')} }
  return f32x4.extract_lane(${total}, 0);
}`;
}

const FLOPS_PER_TURN = sums.length * 4 * 2;

/** The most GFLOP/s that the loop reached in `rounds` runs; null when the engine lacks its instructions. */
export async function measurePeak(bytes: Uint8Array<ArrayBuffer>, rounds: number): Promise<number | null> {
  if (!WebAssembly.validate(bytes)) return null;
  const { instance } = await WebAssembly.instantiate(bytes);
  const run = instance.exports['run'] as (turns: number) => number;
  const turns = 10_000_000; // some 16 ms: a page's clock may tick in 0.1 ms
  let best = 0;
  for (let round = 0; round < rounds + 5; round++) {
    const start = performance.now();
    run(turns);
    const rate = (turns * FLOPS_PER_TURN) / (performance.now() - start) / 1e6;
    // The first rounds may run unoptimised code.
    if (round >= 5) best = Math.max(best, rate);
    await new Promise((resume) => setTimeout(resume));
  }
  return best;
}
