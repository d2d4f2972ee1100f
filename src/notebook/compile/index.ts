export { blankTypes } from './blank.ts';
export { type CompiledCell, cellNames, compileCell, longestCell } from './cell.ts';
export { globals } from './globals.ts';
export { ancestorsOf, dependentsOf } from './graph.ts';
export { type CellText, Compiler, type LinkedCell } from './notebook.ts';
