import type { DeepFlowMemory, DeepFlowSpec, DeepLayer } from './deepFlowMemory.ts';
import { padded } from './denseLayer.ts';
import { writeRows } from './paddedRows.ts';
import type { RowBlock } from './rowNorm.ts';
import type { Workspace } from './workspace.ts';

/** One layer's affine map, as random numbers of variance 1 and the deviations they stand for. */
export interface RandomAffine {
  /** units × inputs, one row per unit. */
  readonly weights: Float32Array;
  readonly deviation: number;
  /** Null for zeros. */
  readonly biases: Float32Array | null;
  readonly biasDeviation: number;
}

/** Per-layer measurements, index 0 for the first layer; the same quantities as the float64 `probe`. */
export interface DeepFlowResult {
  readonly log10Delta: Float64Array;
  /** NaN where not asked for. */
  readonly log10WeightGradient: Float64Array;
  readonly rmsPreactivation: Float64Array;
  /** Share of |φ′| < 0.01; 0 in the affine last layer. */
  readonly saturated: Float64Array;
}

/** Numbers stand for stored·2^exponent, activations for stored·2^exponent·slope. */
export interface Scale {
  readonly exponent: number;
  /** What a limit of φ multiplies by on the positive side; 1 where φ itself is taken. */
  readonly slope: number;
}

/** Numbers that stand for themselves. */
export const natural: Scale = { exponent: 0, slope: 1 };

/** What the way up and the way down share. */
export interface DeepFlowState {
  readonly workspace: Workspace;
  readonly spec: DeepFlowSpec;
  readonly memory: DeepFlowMemory;
  readonly affine: (l: number) => RandomAffine;
  /** By layer, filled on the way up. */
  readonly scales: Scale[];
  readonly result: DeepFlowResult;
}

/** Factor of what a layer adds to the skip connection around it; 1 without. */
export const branchOf = ({ spec }: DeepFlowState, layer: DeepLayer): number => (layer.skips ? spec.skip! : 1);

/** Σ over samples and units: padding columns hold zeros. */
export const squaresOf = (
  { workspace, spec }: DeepFlowState,
  { columns }: DeepLayer,
  pointer: number,
): number => workspace.ops.sumOfSquares(spec.batch * columns, pointer);

/** The shape of a layer's numbers in memory: samples × units, in rows of `columns`. */
export const blockOf = ({ spec }: DeepFlowState, { units, columns }: DeepLayer): RowBlock => ({
  rows: spec.batch,
  units,
  stride: columns,
});

/** Copies a layer's weights, units × inputs, to where one layer's weights live; padding rows and columns are 0. */
export function writeWeights(state: DeepFlowState, layer: DeepLayer): RandomAffine {
  const { units, inputs, inputColumns } = layer;
  const affine = state.affine(layer.index);
  const { weights } = state.memory;
  writeRows(state.workspace, weights, affine.weights, units, inputs);
  const spare = (padded(units) - units) * inputColumns;
  state.workspace.floats(weights + 4 * units * inputColumns, spare).fill(0);
  return affine;
}

/** The numbers of a layer's `out` times a factor, without padding. */
export function readOut(
  { workspace, spec }: DeepFlowState,
  { out, units, columns }: DeepLayer,
  factor: number,
): Float64Array {
  const from = workspace.floats(out, spec.batch * columns);
  const values = new Float64Array(spec.batch * units);
  for (let i = 0; i < spec.batch; i++) {
    for (let j = 0; j < units; j++) values[i * units + j] = from[i * columns + j]! * factor;
  }
  return values;
}
