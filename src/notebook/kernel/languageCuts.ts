import type { Cut, CutList } from './cut.ts';

// The engine knows Unicode's letters and the grammar of regular expressions itself; acorn brings both along for engines
// that do not. JSX is not written in cells.
const acornCuts: readonly Cut[] = [
  { from: 'var astralIdentifierCodes = ', to: '\n', put: '' },
  { from: 'var astralIdentifierStartCodes = ', to: '\n', put: '' },
  { from: 'var nonASCIIidentifierChars = ', to: '\n', put: '' },
  { from: 'var nonASCIIidentifierStartChars = ', to: '\n', put: '' },
  {
    from: 'var nonASCIIidentifierStart = ',
    to: '// This has a complexity linear',
    put: `var nonASCIIidentifierStart = /\\p{ID_Start}/u;
var nonASCIIidentifier = /[\\p{ID_Continue}\\u200c\\u200d]/u;
var astralIdentifierStartCodes = nonASCIIidentifierStart;
var astralIdentifierCodes = nonASCIIidentifier;
`,
  },
  // Behind the last character the code is NaN.
  {
    from: 'function isInAstralSet(code, set) {',
    to: '// Test whether a given character code starts',
    put: 'function isInAstralSet(code, set) { return code > 0xffff && set.test(String.fromCodePoint(code)) }\n',
  },
  { from: 'var scriptValuesAddedInUnicode = ', to: '// Object type used to represent tokens', put: '' },
  {
    from: 'var state = this.regexpState ||',
    to: '// Create Literal#value property value.',
    put: 'try { new RegExp(pattern, flags); } catch (e) { this.raise(start, e.message); }\n',
  },
];

const typescriptCuts: readonly Cut[] = [
  { from: 'var xhtml_default = {', to: '// src/extentions/jsx/index.ts', put: 'var xhtml_default = {};\n' },
  {
    from: 'function generateJsxParser(',
    to: '// src/extentions/import-assertions.ts',
    put: 'function generateJsxParser() { throw new Error("JSX was left out"); }\n',
  },
];

// Cells stand in one module, which nothing is derived from and nobody asks for a value.
const moduleCuts: readonly Cut[] = [
  { from: '  derive: {value: module_derive', to: '\n', put: '' },
  { from: '  redefine: {value: module_redefine', to: '\n', put: '' },
  { from: '  value: {value: module_value', to: '\n', put: '' },
  { from: 'function module_redefine(', to: 'function module_define(', put: '' },
  { from: 'async function module_value(', to: 'function module_resolve(', put: '' },
];

/** What cells need not load of the parsers and of the runtime. */
export const languageCuts: CutList = [
  [/[\\/]acorn[\\/]dist[\\/]acorn\.mjs$/, acornCuts],
  [/[\\/]acorn-typescript[\\/]index\.js$/, typescriptCuts],
  [/[\\/]runtime[\\/]src[\\/]module\.js$/, moduleCuts],
];
