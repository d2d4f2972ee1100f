import { activationKind, type Curve } from './activationKind.ts';
import { applyCurve } from './applyCurve.ts';
import type { DeepLayer } from './deepFlowMemory.ts';
import {
  blockOf,
  branchOf,
  type DeepFlowState,
  natural,
  readOut,
  type Scale,
  squaresOf,
  writeWeights,
} from './deepFlowState.ts';
import { padded } from './denseLayer.ts';
import { ADD } from './kernels.ts';
import { writeRows } from './paddedRows.ts';
import { normaliseRows } from './rowNorm.ts';
import { type LimitSlopes, limitCurve, limitSlopes, regimeBound } from './scaleRegime.ts';

/** Sees every h_l and a_l on the way up, rows × units; layers count from 0. */
export type Watcher = (layer: number, kind: 'preactivations' | 'activations', values: Float64Array) => void;

/** The outputs, batch × units; or the layer, from 0, where float32 could not follow the signal any more. */
export type Forward =
  | { readonly outputs: Float64Array; readonly lostAt: null }
  | { readonly outputs: null; readonly lostAt: number };

/** The way up, a layer per step; see `DeepFlow.forward`. */
export function* deepForward(
  state: DeepFlowState,
  inputs: ArrayLike<number>,
  watches: (layer: number) => boolean,
  watcher: Watcher,
): Generator<void, Forward> {
  const { spec, memory, scales } = state;
  writeRows(state.workspace, memory.layers[0]!.x, inputs, spec.batch, spec.sizes[0]!);
  const limits = limitsOf(spec.curve);
  let scale = natural;
  for (const layer of memory.layers) {
    multiply(state, layer, scale);
    const fitted = fit(state, layer, scale.exponent, limits);
    if (fitted === null) return { outputs: null, lostAt: layer.index };
    scale = fitted;
    scales[layer.index] = scale;
    const watched = watches(layer.index);
    if (watched) watcher(layer.index, 'preactivations', readOut(state, layer, 2 ** scale.exponent));
    keepForSkip(state, layer);
    if (layer.hidden) bend(state, layer, scale, limits);
    else state.result.saturated[layer.index] = 0;
    if (watched)
      watcher(layer.index, 'activations', readOut(state, layer, 2 ** scale.exponent * scale.slope));
    yield;
  }
  return { outputs: readOut(state, memory.layers.at(-1)!, 2 ** scale.exponent), lostAt: null };
}

type Limits = (rms: number) => LimitSlopes | null;

/** The slopes of φ beyond the regime's bound, at the end on which `rms` lies; looked up when first needed. */
function limitsOf(curve: Curve): Limits {
  const known = new Map<'tiny' | 'huge', LimitSlopes | null>();
  return (rms) => {
    const end = rms < 1 ? 'tiny' : 'huge';
    if (!known.has(end)) known.set(end, limitSlopes(curve, end));
    return known.get(end)!;
  };
}

/** out ← W a + b, with h_{l−1} around it. */
function multiply(state: DeepFlowState, layer: DeepLayer, { exponent, slope }: Scale): void {
  const { ops } = state.workspace;
  const { batch } = state.spec;
  const { weights, transposed, bias, zeros, kept } = state.memory;
  const { inputColumns, columns, inputs, units, x, out } = layer;
  const affine = writeWeights(state, layer);
  ops.transpose(padded(units), inputColumns, weights, 4 * inputColumns, transposed, 4 * columns);
  const branch = branchOf(state, layer);
  const biases = affine.biasDeviation > 0 ? affine.biases : null;
  if (biases) {
    const factor = branch * affine.biasDeviation * 2 ** -exponent;
    const view = state.workspace.floats(bias, columns).fill(0);
    for (let j = 0; j < units; j++) view[j] = factor * biases[j]!;
  }
  const row = 4 * columns;
  const [e, eRow] = layer.skips ? [kept[(layer.index + 1) % 2]!, row] : [biases ? bias : zeros, 0];
  const alpha = branch * affine.deviation * slope;
  ops.gemm(
    ADD,
    padded(batch),
    columns,
    inputs,
    x,
    4 * inputColumns,
    4,
    transposed,
    row,
    out,
    row,
    e,
    eRow,
    alpha,
  );
  if (!(layer.skips && biases)) return;
  for (let r = 0; r < batch; r++) ops.addScaled(columns, out + r * row, bias, 1);
}

/**
 * Brings h_l near 1 where it is beyond the regime's bound, and back where it no longer is. Null when float32 cannot follow:
 * h is not finite, φ is not homogeneous out there, or a normalisation would have to take the size as it is.
 */
function fit(state: DeepFlowState, layer: DeepLayer, exponent: number, limits: Limits): Scale | null {
  const { spec, result } = state;
  const mean = squaresOf(state, layer, layer.out) / (spec.batch * layer.units);
  if (!Number.isFinite(mean)) return null;
  const rms = Math.sqrt(mean) * 2 ** exponent;
  result.rmsPreactivation[layer.index] = rms;
  if (mean === 0) return natural;
  const stored = Math.log2(mean) / 2;
  const total = stored + exponent;
  if (Math.abs(total) < regimeBound) {
    if (exponent !== 0) scaleOut(state, layer, exponent);
    return natural;
  }
  const shift = Math.abs(stored) < 20 ? 0 : Math.round(stored);
  // A signal that came this far in one layer has lost digits on the way, and one beyond 2^±1000 is leaving float64 too.
  if (spec.norm || Math.abs(shift) > 100 || Math.abs(total) > 1000) return null;
  const slope = layer.hidden ? limits(rms)?.positive : 1;
  if (slope === undefined) return null;
  if (shift !== 0) scaleOut(state, layer, -shift);
  return { exponent: exponent + shift, slope };
}

function scaleOut({ workspace, spec }: DeepFlowState, { out, columns }: DeepLayer, exponent: number): void {
  workspace.ops.scale(padded(spec.batch) * columns, out, 2 ** exponent);
}

function keepForSkip({ workspace, spec, memory }: DeepFlowState, { index, out, columns }: DeepLayer): void {
  if (spec.skip == null) return;
  const size = padded(spec.batch) * columns;
  workspace.floats(memory.kept[index % 2]!, size).set(workspace.floats(out, size));
}

/** a_l in the place of h_l: normalised before or after φ where asked for. */
function bend(state: DeepFlowState, layer: DeepLayer, { exponent }: Scale, limits: Limits): void {
  const { workspace, spec, result } = state;
  const { norm, batch } = spec;
  const { out, slope, columns, units, index } = layer;
  const size = padded(batch) * columns;
  const values = workspace.floats(out, size);
  const normalise = () =>
    normaliseRows(norm!.type, values, values, blockOf(state, layer), norm!.epsilon, layer.inverse);
  if (norm?.position === 'before') {
    normalise();
    workspace.floats(layer.unit, size).set(values);
  }
  const limit = exponent === 0 ? null : limits(result.rmsPreactivation[index]!)!;
  const curve = limit ? limitCurve(limit) : spec.curve;
  const kind = workspace.ops.activate ? activationKind(curve) : null;
  applyCurve(workspace, curve, kind, out, slope, size);
  // Padding counts as a slope that passes everything.
  if (columns > units) workspace.ops.fillColumns(batch, columns - units, slope + 4 * units, 4 * columns, 1);
  const flat = workspace.ops.countBelow(batch * columns, slope, 0.01 / Math.abs(limit?.positive ?? 1));
  result.saturated[index] = flat / (batch * units);
  if (norm?.position === 'after') normalise();
}
