import type { Curve } from './activationKind.ts';
import { padded } from './denseLayer.ts';
import { type RowNorm, rowNormGroups } from './rowNorm.ts';
import type { Workspace } from './workspace.ts';

/** A deep network whose weights are handed in layer by layer. */
export interface DeepFlowSpec {
  /** Inputs, then units of each layer; the last layer is affine. */
  readonly sizes: readonly number[];
  /** After every layer but the last. */
  readonly curve: Curve;
  /** Samples. */
  readonly batch: number;
  /** In every layer but the last, γ = 1 and β = 0; `fixed` stands for BatchNorm of a single sample. */
  readonly norm?: {
    readonly type: RowNorm;
    readonly position: 'before' | 'after';
    readonly epsilon: number;
  } | null;
  /** h_l = h_{l−1} + skip·(W_l a_{l−1} + b_l) in every layer that keeps the width; null without. */
  readonly skip?: number | null;
  /** Works out ‖∂L/∂W_l‖_F; default true. */
  readonly weightGradients?: boolean;
}

/** Where one layer keeps its numbers; all blocks are float32 with rows of `columns`. */
export interface DeepLayer {
  readonly index: number;
  readonly inputs: number;
  readonly units: number;
  readonly inputColumns: number;
  readonly columns: number;
  /** a_{l−1}. */
  readonly x: number;
  /** h_l, then a_l in its place. */
  readonly out: number;
  /** φ′; 0 in the last layer. */
  readonly slope: number;
  /** The normalised h_l where φ overwrites it; else where the normalised numbers stay, `out`. */
  readonly unit: number;
  /** 1/√(variance + ε) per group of the normalisation. */
  readonly inverse: Float64Array;
  readonly hidden: boolean;
  /** Whether h_{l−1} is added. */
  readonly skips: boolean;
}

export interface DeepFlowMemory {
  readonly layers: readonly DeepLayer[];
  /** One layer's weights, as handed in (units × inputs) and transposed. */
  readonly weights: number;
  readonly transposed: number;
  readonly bias: number;
  readonly zeros: number;
  readonly deltas: readonly [number, number];
  /** h of even and of odd layers, for skip connections. */
  readonly kept: readonly [number, number];
  readonly gradient: number;
  /** For `gramSquares`: samples × samples, and one layer's numbers transposed; 0 where no layer needs them. */
  readonly gram: number;
  readonly columnwise: number;
}

/** Multiplications for ‖∂L/∂W‖_F of a layer: through the matrix itself, or through the samples' scalar products. */
export const weightGradientCost = (batch: number, inputs: number, units: number) => ({
  matrix: batch * inputs * units,
  gram: batch * batch * (inputs + units),
});

/** Whether the scalar products are the shorter way: for batches below half the width. */
export function prefersGram(batch: number, { inputs, units }: Pick<DeepLayer, 'inputs' | 'units'>): boolean {
  const { matrix, gram } = weightGradientCost(batch, inputs, units);
  return gram < matrix;
}

/** Takes the workspace over and lays the network out in it: weights of one layer, activations of all. */
export function layOutDeepFlow(workspace: Workspace, owner: object, spec: DeepFlowSpec): DeepFlowMemory {
  const { sizes, batch, norm, skip } = spec;
  workspace.begin(owner);
  const rows = padded(batch);
  const columns = sizes.map(padded);
  const block = (count: number): number => workspace.reserve(rows * count);
  const outs = columns.map(block);
  const last = sizes.length - 2;
  const layers = sizes.slice(1).map((units, index): DeepLayer => {
    const hidden = index < last;
    const normed = norm && hidden;
    const groups = normed ? rowNormGroups(norm.type, { rows: batch, units, stride: 0 }) : 0;
    return {
      index,
      inputs: sizes[index]!,
      units,
      inputColumns: columns[index]!,
      columns: columns[index + 1]!,
      x: outs[index]!,
      out: outs[index + 1]!,
      slope: hidden ? block(columns[index + 1]!) : 0,
      unit: normed && norm.position === 'before' ? block(columns[index + 1]!) : outs[index + 1]!,
      inverse: new Float64Array(groups),
      hidden,
      skips: skip != null && index > 0 && sizes[index] === units,
    };
  });
  const widest = Math.max(...columns);
  const matrix = Math.max(...layers.map((layer) => layer.inputColumns * layer.columns));
  const measured = spec.weightGradients ?? true;
  const gram = measured && layers.some((layer) => prefersGram(batch, layer));
  const memory: DeepFlowMemory = {
    layers,
    weights: workspace.reserve(matrix),
    transposed: workspace.reserve(matrix),
    bias: workspace.reserve(widest),
    zeros: workspace.reserve(widest),
    deltas: [block(widest), block(widest)],
    kept: skip == null ? [0, 0] : [block(widest), block(widest)],
    gradient: measured ? workspace.reserve(matrix) : 0,
    gram: gram ? workspace.reserve(rows * rows) : 0,
    columnwise: gram ? block(widest) : 0,
  };
  workspace.commit();
  return memory;
}
