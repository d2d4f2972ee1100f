import type { Activation } from '../../src/activations/activation.ts';
import { findActivation } from '../../src/activations/index.ts';
import { mlp, Network } from '../../src/network/index.ts';
import { type Affine, applyAffine, collapse } from '../../src/network/theory/collapse.ts';
import type { CollapseSettings } from './controls.ts';
import { bends, pieceOf, type Region, regions } from './regions.ts';

type Pair = readonly [number, number];

/** One layer's numbers for the chosen input. */
export interface Stage {
  /** h = Wa + b. */
  readonly h: readonly number[];
  /** φ(h); in the last layer h itself. */
  readonly a: readonly number[];
}

/** A point of the grid and how far the two networks are apart there. */
export interface GridPoint {
  readonly x: Pair;
  /** Largest |deep − collapsed| over the outputs. */
  readonly difference: number;
}

/** The two networks, whatever their input. */
export interface Stack {
  readonly activation: Activation;
  readonly layers: readonly Affine[];
  /** What is left when nothing stands between the layers: W* and b*. */
  readonly one: Affine;
  readonly grid: readonly GridPoint[];
  readonly largest: number;
  /** Grid points where the two agree to `AGREE`. */
  readonly agreeing: number;
  /** Largest |output| of the collapsed layer on the grid: the scale that differences are seen on. */
  readonly reach: number;
  readonly rank: number;
  /** Different combinations of pieces of φ met on the grid; null where φ has no corners. */
  readonly patterns: number | null;
  /** The square cut along every bend; null where φ is not made of straight pieces. */
  readonly regions: readonly Region[] | null;
}

export interface Machine extends Stack {
  readonly settings: CollapseSettings;
  readonly x: Pair;
  readonly stages: readonly Stage[];
  /** The collapsed layer's answer to x. */
  readonly flat: readonly number[];
}

/** Two networks agree at a point when they differ by no more than this. */
export const AGREE = 1e-9;

/** The worked example of the chapter: 2 inputs, 3 hidden units, 2 outputs. */
export const byHand: readonly Affine[] = [
  {
    weights: [
      [1, 2],
      [0, -1],
      [3, 1],
    ],
    bias: [1, 0, -2],
  },
  {
    weights: [
      [2, 1, 0],
      [1, -1, 1],
    ],
    bias: [0, 1],
  },
];

/** Var W · fan-in and Var b of the random layers. */
export const variances = { weights: 1.5, biases: 0.25 } as const;

/** Layers 2 → width → … → width → 2 with Gaussian weights and biases. */
export function randomLayers(count: number, width: number, seed: number): Affine[] {
  const sizes = [2, ...Array<number>(count - 1).fill(width), 2];
  const [sigmaW, sigmaB] = [Math.sqrt(variances.weights), Math.sqrt(variances.biases)];
  const init = { type: 'custom', sigmaW, sigmaB } as const;
  const { tensors } = new Network(mlp({ sizes, init, outputInit: init, seed }));
  return tensors.map(({ weight, bias }, k) => {
    const columns = sizes[k]!;
    const rows = Array.from({ length: sizes[k + 1]! }, (_, i) => i * columns);
    return { weights: rows.map((at) => [...weight.subarray(at, at + columns)]), bias: [...bias!] };
  });
}

/** Runs x through the layers with φ after every one but the last. */
export function run(layers: readonly Affine[], { f }: Activation, x: readonly number[]): Stage[] {
  let input = x;
  return layers.map((layer, k) => {
    const h = applyAffine(layer, input);
    input = k < layers.length - 1 ? h.map(f) : h;
    return { h, a: input };
  });
}

/** Number of singular values of a 2 × 2 matrix above 1e−10 of the largest: |det| is the product of both. */
export function rank({ weights }: Affine): number {
  const [[a, b], [c, d]] = weights as unknown as readonly [Pair, Pair];
  const squares = a * a + b * b + c * c + d * d;
  const determinant = Math.abs(a * d - b * c);
  const largest = Math.sqrt((squares + Math.sqrt(Math.max(0, squares ** 2 - 4 * determinant ** 2))) / 2);
  if (largest === 0) return 0;
  return determinant / largest > 1e-10 * largest ? 2 : 1;
}

const SIDE = 21;
const coordinates = Array.from({ length: SIDE }, (_, i) => (i - 10) / 5);
const points: readonly Pair[] = coordinates.flatMap((x2) => coordinates.map((x1): Pair => [x1, x2]));

function choose({ phi, leak }: CollapseSettings): Activation {
  const chosen = findActivation(phi);
  return phi === 'leaky_relu' ? chosen.with({ negativeSlope: leak }) : chosen;
}

function patternsOn(layers: readonly Affine[], activation: Activation): number | null {
  const corners = bends(activation);
  if (corners.length === 0) return null;
  const met = points.map((x) =>
    run(layers, activation, x)
      .slice(0, -1)
      .flatMap(({ h }) => h.map((value) => pieceOf(corners, value)))
      .join(),
  );
  return new Set(met).size;
}

const worst = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));

let latest: { readonly key: string; readonly stack: Stack } | null = null;

/** While the input is dragged the networks stay, and so does everything computed from them alone. */
function stackOf(settings: CollapseSettings): Stack {
  const { net, layers, width, seed } = settings;
  const activation = choose(settings);
  const key = JSON.stringify([activation.spec, activation.code, net, layers, width, seed]);
  if (latest?.key !== key) {
    const stack = compare(net === 'hand' ? byHand : randomLayers(layers, width, seed), activation);
    latest = { key, stack };
  }
  return latest.stack;
}

function compare(layers: readonly Affine[], activation: Activation): Stack {
  const one = layers.reduce(collapse);
  const grid = points.map((x): GridPoint => {
    const deep = run(layers, activation, x).at(-1)!.a;
    return { x, difference: worst(deep, applyAffine(one, x)) };
  });
  return {
    activation,
    layers,
    one,
    grid,
    largest: Math.max(...grid.map(({ difference }) => difference)),
    agreeing: grid.filter(({ difference }) => difference <= AGREE).length,
    reach: Math.max(...points.flatMap((x) => applyAffine(one, x).map(Math.abs))),
    rank: rank(one),
    patterns: patternsOn(layers, activation),
    regions: regions(layers, activation),
  };
}

/** Everything the figure shows. */
export function machine(settings: CollapseSettings): Machine {
  const stack = stackOf(settings);
  const x: Pair = [settings.x1, settings.x2];
  return {
    ...stack,
    settings,
    x,
    stages: run(stack.layers, stack.activation, x),
    flat: applyAffine(stack.one, x),
  };
}
