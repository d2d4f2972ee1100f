import { type DeepLayer, prefersGram } from './deepFlowMemory.ts';
import type { DeepFlowState } from './deepFlowState.ts';
import { padded } from './denseLayer.ts';
import { ADD, TIMES } from './kernels.ts';

/** Where less than this share of the scalar products' sizes is left in their sum, float32 would not hold it. */
const leastLeft = 1e-2;

/** ‖Σ_b δ_b a_bᵀ‖_F² of the numbers in memory, units × inputs, by the shorter of two ways. */
export function weightGradientSquares(state: DeepFlowState, layer: DeepLayer): number {
  const short = prefersGram(state.spec.batch, layer) ? gramSquares(state, layer) : null;
  return short ?? matrixSquares(state, layer);
}

function matrixSquares(state: DeepFlowState, { inputColumns, inputs, columns, x, index }: DeepLayer): number {
  const { ops } = state.workspace;
  const { gradient, zeros, deltas } = state.memory;
  const [delta, row, xRow] = [deltas[index % 2]!, 4 * columns, 4 * inputColumns];
  ops.gemm(ADD, inputColumns, columns, state.spec.batch, x, 4, xRow, delta, row, gradient, row, zeros, 0, 1);
  return ops.sumOfSquares(inputs * columns, gradient);
}

/** The same as Σ_{b,c} (δ_b·δ_c)(a_b·a_c); null where these terms cancel to less than float32 can tell. */
function gramSquares(state: DeepFlowState, layer: DeepLayer): number | null {
  const { workspace, spec, memory } = state;
  const { batch } = spec;
  const { inputColumns, inputs, columns, units, x, index } = layer;
  const { gram, columnwise, deltas, zeros } = memory;
  const delta = deltas[index % 2]!;
  const m = padded(batch);
  const row = 4 * m;
  // Divided by these, no product leaves float32.
  const sizes = [
    workspace.ops.sumOfSquares(batch * columns, delta),
    workspace.ops.sumOfSquares(batch * inputColumns, x),
  ] as const;
  if (sizes[0] === 0 || sizes[1] === 0) return 0;
  const products = (
    mode: number,
    depth: number,
    stride: number,
    from: number,
    e: number,
    eRow: number,
    a: number,
  ) => {
    workspace.ops.transpose(m, stride, from, 4 * stride, columnwise, row);
    workspace.ops.gemm(mode, m, m, depth, from, 4 * stride, 4, columnwise, row, gram, row, e, eRow, a);
  };
  products(ADD, units, columns, delta, zeros, 0, 1 / sizes[0]);
  products(TIMES, inputs, inputColumns, x, gram, row, 1 / sizes[1]);
  const terms = workspace.floats(gram, m * m);
  let [sum, total] = [0, 0];
  for (let b = 0; b < batch; b++) {
    for (let c = 0; c < batch; c++) {
      const term = terms[b * m + c]!;
      sum += term;
      total += Math.abs(term);
    }
  }
  return sum > leastLeft * total ? sum * sizes[0] * sizes[1] : null;
}
