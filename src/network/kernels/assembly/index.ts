export { activate } from './activations';
export { gemm } from './gemm';
export { addColumnSums, addScaled, fillColumns, scale, transpose } from './rows';
export { softmaxCrossEntropy } from './softmax';
export { countBelow, sumOfSquares } from './statistics';

/** The first byte that the constants leave free. */
export function firstFree(): usize {
  return __heap_base;
}
