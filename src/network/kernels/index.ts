/**
 * Float32 kernels in WebAssembly SIMD, with typed arrays as the last resort. Load them only where networks run. The flow
 * through deep networks that gives way (`deepFlow.ts`) is loaded by itself, by the one figure that needs it.
 */
export type { Curve } from './activationKind.ts';
export type { FastTargets } from './fastLoss.ts';
export { FastMlp, type FastMlpSpec, type StepOptions } from './fastMlp.ts';
export type { KernelPath } from './kernels.ts';
export { type Kernels, loadKernels } from './load.ts';
export type { Workspace } from './workspace.ts';
