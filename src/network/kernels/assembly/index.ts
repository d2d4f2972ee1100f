export { activate } from './activations';
export { gemm } from './gemm';
export { addColumnSums, addScaled, fillColumns, scale, transpose } from './rows';
export { softmaxCrossEntropy } from './softmax';
export { countBelow, histogram, sumOfSquares } from './statistics';
