import type { Cut, CutList } from './cut.ts';

/** A statement that throws when a cell asks for what was left out. */
const missing = (what: string): string => `throw new Error('${what} in a cell');`;

// A chart of an activation function is no map: a tenth of Plot is the globe and its projections.
const ofGlobes =
  `albers albersUsa azimuthalEqualArea azimuthalEquidistant conicConformal conicEqualArea conicEquidistant
  equalEarth equirectangular gnomonic mercator orthographic stereographic transverseMercator centroid graticule10`.split(
    /\s+/,
  );

const flatMaps =
  `azimuthalEqualArea azimuthalEquidistant mercator equirectangular equalEarth gnomonic naturalEarth1 orthographic
  stereographic transverseMercator`.split(/\s+/);

const geoCuts: readonly Cut[] = [
  {
    from: 'export {',
    to: 'albers as ',
    put: `function leftOut() { ${missing('maps are not available')} }\nexport { `,
  },
  // Nobody asks a contour line how large or how long it is, or where its middle lies.
  {
    from: '  path.area = function',
    to: '  path.projection = function',
    put: '',
  },
  // What is left of them: how a line is cut where the globe's map ends.
  {
    from: 'var clipAntimeridian = clip(',
    to: 'function clipAntimeridianLine(',
    put: 'var clipAntimeridian;\n',
  },
  // The formulas of flat maps stay only because each is given its inverse.
  ...flatMaps.map((name) => ({ from: `${name}Raw.invert = `, to: '\n\n', put: '' })),
  ...['azimuthalEqualArea', 'azimuthalEquidistant'].map((name) => ({
    from: `var ${name}Raw = `,
    to: '\n\n',
    put: `var ${name}Raw;`,
  })),
  { from: 'var transformRadians = ', to: '\n\n', put: 'var transformRadians;' },
  ...ofGlobes.map((name) => ({ from: ` ${name} as `, to: 'geo', put: ' leftOut as ' })),
];

const centroidCuts: readonly Cut[] = [
  {
    from: 'export function centroid(',
    to: 'export function geoCentroid(',
    put: `export function centroid() { ${missing('middles of shapes are not available')} }\n`,
  },
];

// With no projection by name there is nothing left to fit and to clip.
const projectionCuts: readonly Cut[] = [
  {
    from: '  let options;\n  let domain;',
    to: 'function namedProjection(',
    put: `  ${missing('maps are not available')}\n}\n`,
  },
  {
    from: 'function namedProjection(projection) {',
    to: '// Applies a point-wise projection',
    put: `function namedProjection() { ${missing('maps are not available')} }\n`,
  },
];

// Triangles between scattered points: the geometry of neighbours weighs more than all else that they are good for.
const delaunayCuts: readonly Cut[] = [
  {
    from: 'const epsilon$1 = ',
    to: 'export { Delaunay',
    put: `class Delaunay {
  static from() { ${missing('triangles and Voronoi cells are not available')} }
}
class Voronoi {}
`,
  },
];

// What fills a picture from scattered points, and the marks that draw triangles and cells, ask that geometry first.
const triangles = missing('triangles and Voronoi cells are not available');
const rasterCuts: readonly Cut[] = [
  {
    from: 'export function interpolatorBarycentric(',
    to: 'function denseX(',
    put: `export function interpolatorBarycentric() { ${triangles} }
export function interpolateNearest() { ${triangles} }
export function interpolatorRandomWalk() { ${triangles} }
`,
  },
];
const delaunayMarkCuts: readonly Cut[] = [
  {
    from: 'import {group, pathRound as path, select, Delaunay} from "d3";',
    to: 'export function voronoiMesh(',
    put: `const VoronoiMesh = null;
const delaunayMark = () => { ${triangles} };
export const delaunayLink = delaunayMark, delaunayMesh = delaunayMark, hull = delaunayMark, voronoi = delaunayMark;
`,
  },
];

// The circles of a swarm are few: a list does for the tree of their intervals.
const dodgeCuts: readonly Cut[] = [
  {
    from: 'import IntervalTree from "interval-tree-1d";',
    to: '\n',
    put: `const IntervalTree = (all = []) => ({
  insert(interval) { all.push(interval); },
  queryInterval(low, high, visit) { for (const one of all) if (one[0] <= high && one[1] >= low) visit(one); }
});`,
  },
];

// Axes write dates; Plot reads them without this library.
const timeCuts: readonly Cut[] = [
  { from: '  var parses = {', to: '  // These recursive directive definitions', put: '' },
  {
    from: '  function newParse(',
    to: '  function formatShortWeekday(',
    put: `  function newParse() { ${missing('dates are not read')} }\n`,
  },
];

// Nor does it hold family trees.
const treeCuts: readonly Cut[] = [
  {
    from: 'import {stratify, tree} from "d3";',
    to: 'function treeOutputs(options, maybeTreeValue) {',
    put: `const leftOut = () => { ${missing('trees are not available')} };
export const treeNode = leftOut, treeLink = leftOut, maybeTreeAnchor = leftOut;
`,
  },
];

const treeMarkCuts: readonly Cut[] = [
  {
    from: 'import {cluster as Cluster, tree as Tree} from "d3";',
    to: '\n',
    put: 'const Cluster = "cluster";',
  },
  {
    from: 'export function tree(',
    to: 'export function cluster(',
    put: `export function tree() { ${missing('trees are not available')} }\n`,
  },
];

// A chart of a cell is drawn where there is no pointer; the page shows tips itself.
const pointers = missing('pointers are not available (tip: true does what they do)');
const pointerCuts: readonly Cut[] = [
  {
    from: 'const states = new WeakMap();',
    to: 'export function pointer(',
    put: `function pointerK() { ${pointers} }\n`,
  },
];
const crosshairCuts: readonly Cut[] = [
  {
    from: 'function crosshairK(',
    to: 'function markOptions(',
    put: `function crosshairK() { ${pointers} }\n`,
  },
];

// A waffle counts things; what a bar says of them is enough here.
const waffleCuts: readonly Cut[] = [
  {
    from: 'const waffleDefaults = {',
    to: 'function waffleTip(',
    put: `const leftOut = () => { ${missing('waffles are not available')} };
export class WaffleX {}
export class WaffleY {}
export const waffleX = leftOut, waffleY = leftOut;
`,
  },
];

// Nor is there a stock market here.
const bollingerCuts: readonly Cut[] = [
  {
    from: 'const defaults = {',
    to: '{n = defaults.n,',
    put: `const defaults = {n: 20, strict: true, anchor: "end"};
const leftOut = () => { ${missing('Bollinger bands are not available')} };
export const bollingerX = leftOut, bollingerY = leftOut;
export function bollinger(`,
  },
];

// What Plot never asks of the elements that it makes: to listen, to be sorted or doubled, to take classes or HTML.
const neverAsked = ['selectChild', 'sort', 'classed', 'html', 'raise', 'lower', 'clone', 'on', 'dispatch'];
const selectionCuts: readonly Cut[] = neverAsked.map((name) => ({
  from: `  ${name}: selection_`,
  to: '\n',
  put: '',
}));

/** What cells need not load of Plot and of the libraries under it. */
export const plotCuts: CutList = [
  [/[\\/]d3-geo[\\/]dist[\\/]d3-geo\.mjs$/, geoCuts],
  [/[\\/]plot[\\/]src[\\/]transforms[\\/]centroid\.js$/, centroidCuts],
  [/[\\/]plot[\\/]src[\\/]projection\.js$/, projectionCuts],
  [/[\\/]d3-selection[\\/]dist[\\/]d3-selection\.mjs$/, selectionCuts],
  [/[\\/]d3-time-format[\\/]dist[\\/]d3-time-format\.mjs$/, timeCuts],
  [/[\\/]d3-delaunay[\\/]dist[\\/]d3-delaunay\.mjs$/, delaunayCuts],
  [/[\\/]plot[\\/]src[\\/]marks[\\/]raster\.js$/, rasterCuts],
  [/[\\/]plot[\\/]src[\\/]marks[\\/]delaunay\.js$/, delaunayMarkCuts],
  [/[\\/]plot[\\/]src[\\/]transforms[\\/]dodge\.js$/, dodgeCuts],
  [/[\\/]plot[\\/]src[\\/]transforms[\\/]tree\.js$/, treeCuts],
  [/[\\/]plot[\\/]src[\\/]marks[\\/]bollinger\.js$/, bollingerCuts],
  [/[\\/]plot[\\/]src[\\/]interactions[\\/]pointer\.js$/, pointerCuts],
  [/[\\/]plot[\\/]src[\\/]marks[\\/]crosshair\.js$/, crosshairCuts],
  [/[\\/]plot[\\/]src[\\/]marks[\\/]waffle\.js$/, waffleCuts],
  [/[\\/]plot[\\/]src[\\/]marks[\\/]tree\.js$/, treeMarkCuts],
];
