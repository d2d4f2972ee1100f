import type { Curve } from './activationKind.ts';
import { applyCurve } from './applyCurve.ts';
import { checkSizes, isCount } from './checkSizes.ts';
import { type DenseLayer, layOut, padded } from './denseLayer.ts';
import { ADD, TIMES } from './kernels.ts';
import { writeRows } from './paddedRows.ts';
import type { Workspace } from './workspace.ts';

/** What `FastMlp` is made of: dense layers with one activation each, the last one affine. */
export interface StackSpec {
  /** Inputs, hidden widths, outputs; any positive integers. */
  readonly sizes: readonly number[];
  /** Of all hidden layers, or one for each. */
  readonly activation: Curve | readonly Curve[];
  /** The most samples that will come at once. */
  readonly batch: number;
}

/** Forward and backward passes in float32; what happens between them is up to the owner. */
export class DenseStack {
  readonly workspace: Workspace;
  readonly layers: readonly DenseLayer[];
  readonly batch: number;
  readonly inputs: number;
  readonly outputs: number;
  /** First byte and count of all parameters, in one piece. */
  readonly parameters: number;
  readonly parameterCount: number;
  readonly #transposed: number;
  readonly #deltas: readonly [number, number];

  /** Takes the workspace over; `reserve` may ask for more blocks. Throws RangeError for invalid sizes, batch or activations. */
  constructor(workspace: Workspace, spec: StackSpec, reserve?: (layers: readonly DenseLayer[]) => void) {
    const { sizes, batch } = spec;
    checkSizes(sizes, batch);
    workspace.begin(this);
    this.workspace = workspace;
    this.batch = batch;
    this.inputs = sizes[0]!;
    this.outputs = sizes.at(-1)!;
    this.layers = layOut(workspace, sizes, hiddenCurves(spec), batch);
    const last = this.layers.at(-1)!;
    this.parameters = this.layers[0]!.weights;
    this.parameterCount = (last.bias - this.parameters) / 4 + last.columns;
    const widest = Math.max(...this.layers.map((layer) => layer.columns));
    this.#transposed = workspace.reserve(
      Math.max(...this.layers.map((layer) => layer.columns * layer.inputColumns)),
    );
    const rows = padded(batch);
    this.#deltas = [workspace.reserve(rows * widest), workspace.reserve(rows * widest)];
    reserve?.(this.layers);
    workspace.commit();
  }

  /** Where ∂L/∂h of a layer (counting from 0) lives between its computation and that of the layer below the next. */
  delta(l: number): number {
    return this.#deltas[l % 2 === 0 ? 0 : 1];
  }

  /** Copies rows × inputs numbers in and answers how many rows they are. Throws RangeError when they do not fit. */
  load(inputs: ArrayLike<number>): number {
    this.workspace.check(this);
    const rows = inputs.length / this.inputs;
    if (!isCount(rows) || rows > this.batch)
      throw new RangeError(
        `invalid inputs: ${inputs.length} numbers; expected rows × ${this.inputs}, at most ${this.batch} rows`,
      );
    writeRows(this.workspace, this.layers[0]!.x, inputs, rows, this.inputs);
    return rows;
  }

  /** From the loaded inputs to the outputs. */
  forward(rows: number): void {
    const { ops } = this.workspace;
    const m = padded(rows);
    for (const layer of this.layers) {
      const { weights, bias, x, out, row } = layer;
      ops.gemm(ADD, m, layer.columns, layer.inputs, x, layer.inputRow, 4, weights, row, out, row, bias, 0, 1);
      if (layer.curve) this.#activate(layer, m);
    }
  }

  #activate(layer: DenseLayer, rows: number): void {
    const { ops } = this.workspace;
    const { kind, out, slope, row, units } = layer;
    applyCurve(this.workspace, layer.curve!, kind, out, slope, rows * layer.columns);
    const spare = layer.columns - units;
    if (spare === 0) return;
    // Padding stays out of every sum and every count: value 0, slope 1.
    ops.fillColumns(rows, spare, out + 4 * units, row, 0);
    ops.fillColumns(rows, spare, slope + 4 * units, row, 1);
  }

  /** ∂L/∂h of layer l − 1 from that of layer l: (δ_l·Wᵀ) ∘ φ′. */
  passDown(l: number, rows: number): void {
    const { ops } = this.workspace;
    const { weights, row, inputRow, columns, inputColumns, units } = this.layers[l]!;
    const w = this.#transposed;
    const slope = this.layers[l - 1]!.slope;
    const m = padded(rows);
    const out = this.delta(l - 1);
    ops.transpose(inputColumns, columns, weights, row, w, inputRow);
    ops.gemm(
      TIMES,
      m,
      inputColumns,
      units,
      this.delta(l),
      row,
      4,
      w,
      inputRow,
      out,
      inputRow,
      slope,
      inputRow,
      1,
    );
  }

  /** Adds factor·xᵀ·δ_l to the matrix at `into`, which has the shape of W_l. */
  addWeightGradient(l: number, rows: number, into: number, factor: number): void {
    const { x, row, inputRow, columns, inputColumns } = this.layers[l]!;
    const delta = this.delta(l);
    this.workspace.ops.gemm(
      ADD,
      inputColumns,
      columns,
      rows,
      x,
      4,
      inputRow,
      delta,
      row,
      into,
      row,
      into,
      row,
      factor,
    );
  }
}

function hiddenCurves({ sizes, activation }: StackSpec): readonly Curve[] {
  const hidden = sizes.length - 2;
  if (!Array.isArray(activation)) return Array<Curve>(hidden).fill(activation as Curve);
  if (activation.length === hidden) return activation;
  throw new RangeError(
    `invalid activation: ${activation.length} functions; expected one or ${hidden}, one per hidden layer`,
  );
}
