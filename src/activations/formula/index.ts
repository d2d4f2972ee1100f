export { activationFromFormula, type FormulaOptions } from './activationFromFormula.ts';
export { FormulaError } from './error.ts';
export { differentiate, evaluate } from './evaluate.ts';
export { functionNames } from './functions.ts';
export { longestName, ownName } from './name.ts';
export { LONGEST, type ParseOptions, parseFormula } from './parse.ts';
export { toCode, toTex } from './print.ts';
export type { Program } from './program.ts';
