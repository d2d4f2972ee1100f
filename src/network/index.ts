/**
 * Multilayer perceptrons in float64: initialisation, back-propagation, measurements and training.
 * Matrices are flat and row-major; W_l has one row per output unit, inputs and activations one row per sample.
 *
 *     const network = new Network(mlp({ sizes: [64, 32, 10], activation: tanh, init: { type: 'xavier' }, seed: 1 }));
 *     for await (const { step, losses } of train({ network, data, loss, optimizer })) …
 *
 * One pass by hand: `forward`, `lossAndGradient`, `backward`, then `probe` and `jacobianGains`.
 * A random network's gradient by depth in one call: `gradientFlow`.
 */
export type { Data } from './data.ts';
export { type Evaluation, evaluate } from './evaluate.ts';
export { calculateGain } from './gain.ts';
export { type FlowLayer, type GradientFlow, type GradientFlowOptions, gradientFlow } from './gradientFlow.ts';
export { type Histogram, histogram } from './histogram.ts';
export { type Init, initialise, weightDeviation } from './init.ts';
export { jacobianGains } from './jacobianGain.ts';
export { type Kept, keptBy } from './kept.ts';
export { type DenseShape, float64Linear, type LinearKernels } from './linear.ts';
export { type Loss, lossAndGradient, type Targets } from './loss.ts';
export { type MlpOptions, mlp } from './mlp.ts';
export { type ForwardOptions, Network, type Pass } from './network.ts';
export { type NonFinite, NonFiniteError } from './nonFinite.ts';
export { createOptimizer, type Optimizer, type OptimizerSpec } from './optimizer.ts';
export type { TensorName, Tensors } from './parameters.ts';
export {
  exponentialRange,
  type FormatLimits,
  formats,
  type NumberFormat,
  roundArray,
  roundTo,
  saturationPoints,
  spacing,
} from './precision.ts';
export { type LayerProbe, type ProbeOptions, probe } from './probe.ts';
export { log10Norm } from './scaled.ts';
export type { Layer, LayerSpec, NetworkSpec, NormSpec, ResidualSpec } from './spec.ts';
export {
  type Failure,
  type Snapshot,
  type Status,
  type Training,
  type TrainingOptions,
  train,
} from './training.ts';
export { decodeState, encodeState, type TrainingState } from './trainingState.ts';
