export { digitsCredit, digitsScale, splitDigits } from '../../datasets/digits.ts';
export * from '../../datasets/logisticRegression.ts';
export * from '../../datasets/planar.ts';
export * from '../../datasets/smokers.ts';
export * from '../../datasets/standardise.ts';
