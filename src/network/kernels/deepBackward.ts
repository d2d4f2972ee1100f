import type { DeepLayer } from './deepFlowMemory.ts';
import {
  blockOf,
  branchOf,
  type DeepFlowResult,
  type DeepFlowState,
  natural,
  squaresOf,
  writeWeights,
} from './deepFlowState.ts';
import { padded } from './denseLayer.ts';
import { ADD, TIMES } from './kernels.ts';
import { writeRows } from './paddedRows.ts';
import { normaliseRowsBackward } from './rowNorm.ts';
import { weightGradientSquares } from './weightGradientNorm.ts';

/** The way down, a layer per step; see `DeepFlow.backward`. */
export function* deepBackward(
  state: DeepFlowState,
  outputGradient: Float64Array,
): Generator<void, DeepFlowResult> {
  const { layers, deltas } = state.memory;
  const top = layers.at(-1)!;
  // Where a classifier is sure its loss leaves gradients that float32 could not hold.
  const largest = outputGradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0);
  let exponent = largest > 0 ? Math.round(Math.log2(largest)) : 0;
  const scaled = outputGradient.map((g) => g * 2 ** -exponent);
  writeRows(state.workspace, deltas[top.index % 2]!, scaled, state.spec.batch, top.units);
  for (let l = top.index; l >= 0; l--) {
    const layer = layers[l]!;
    exponent += normaliseDelta(state, layer);
    state.result.log10Delta[l] = log10Root(squaresOf(state, layer, deltas[l % 2]!), exponent);
    measureWeights(state, layer, exponent);
    if (l > 0) passDown(state, layer, layers[l - 1]!);
    yield;
  }
  return state.result;
}

/** δ_{l−1} from δ_l: through the weights, φ and the normalisation, and around them. */
function passDown(state: DeepFlowState, layer: DeepLayer, below: DeepLayer): void {
  const { ops } = state.workspace;
  const { weights, zeros, deltas } = state.memory;
  const { norm, batch } = state.spec;
  const { inputColumns, columns, units } = layer;
  const affine = writeWeights(state, layer);
  const [delta, out, row] = [deltas[layer.index % 2]!, deltas[below.index % 2]!, 4 * inputColumns];
  const alpha = branchOf(state, layer) * affine.deviation * state.scales[below.index]!.slope;
  const after = norm?.position === 'after';
  const [mode, e, eRow] = after ? [ADD, zeros, 0] : [TIMES, below.slope, row];
  const m = padded(batch);
  ops.gemm(mode, m, inputColumns, units, delta, 4 * columns, 4, weights, row, out, row, e, eRow, alpha);
  if (norm) throughNorm(state, below, out, after);
  if (layer.skips) ops.addScaled(m * columns, out, delta, 1);
}

function throughNorm(state: DeepFlowState, layer: DeepLayer, delta: number, after: boolean): void {
  const { workspace, spec } = state;
  const size = padded(spec.batch) * layer.columns;
  const gradient = workspace.floats(delta, size);
  const unit = workspace.floats(layer.unit, size);
  normaliseRowsBackward(spec.norm!.type, gradient, unit, blockOf(state, layer), layer.inverse);
  if (!after) return;
  const slopes = workspace.floats(layer.slope, size);
  for (let i = 0; i < size; i++) gradient[i]! *= slopes[i]!;
}

function measureWeights(state: DeepFlowState, layer: DeepLayer, exponent: number): void {
  if (state.memory.gradient === 0) return;
  const { index } = layer;
  const input = index > 0 ? state.scales[index - 1]! : natural;
  const factor = Math.abs(branchOf(state, layer) * input.slope);
  const squares = weightGradientSquares(state, layer);
  state.result.log10WeightGradient[index] =
    log10Root(squares, exponent + input.exponent) + Math.log10(factor);
}

/** Divides δ_l by the answered power of two if it has grown very small or large. */
function normaliseDelta(state: DeepFlowState, layer: DeepLayer): number {
  const delta = state.memory.deltas[layer.index % 2]!;
  const mean = squaresOf(state, layer, delta) / (state.spec.batch * layer.units);
  if (!(mean > 0 && Number.isFinite(mean))) return 0;
  const log2 = Math.log2(mean) / 2;
  if (Math.abs(log2) < 20) return 0;
  const shift = Math.round(Math.max(-120, Math.min(120, log2)));
  state.workspace.ops.scale(padded(state.spec.batch) * layer.columns, delta, 2 ** -shift);
  return shift;
}

/** log₁₀ √squares·2^exponent. */
const log10Root = (squares: number, exponent: number): number =>
  Math.log10(squares) / 2 + exponent * Math.log10(2);
