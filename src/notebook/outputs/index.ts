export type { Surface } from './output.ts';
export { type ReadMarkup, readInBrowser } from './parseMarkup.ts';
export { bakedOutputs, type Outputs, OutputView } from './render.ts';
