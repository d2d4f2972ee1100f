export { digitsCredit, digitsScale, splitDigits } from '../../datasets/digits.ts';
export * from '../../datasets/logistic-regression.ts';
export * from '../../datasets/planar.ts';
export * from '../../datasets/smokers.ts';
export * from '../../datasets/standardise.ts';
