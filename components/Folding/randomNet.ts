import type { Activation } from '../../src/activations/activation.ts';
import { relu } from '../../src/activations/relu.ts';
import { mlp, Network } from '../../src/network/index.ts';
import { type Affine, applyAffine, collapse } from '../../src/network/theory/collapse.ts';
import { bends as cornersOf, isPiecewiseStraight } from '../CollapseMachine/regions.ts';
import { sampled } from './turns.ts';

type Point = readonly [number, number];

/** A random deep network with one input and one output, on the line from −2 to 2. */
export interface RandomNet {
  readonly type: 'random';
  readonly activation: Activation;
  readonly depth: number;
  readonly width: number;
  /** Ends and bends of the graph, from left to right; of a curved graph its ends and turning points. */
  readonly corners: readonly Point[];
  /** More of the graph than its corners: of a curved one, or one that jumps. A NaN breaks the line. */
  readonly curve?: readonly Point[];
  /** Whether the pieces are straight, or stretches between two turning points. */
  readonly straight: boolean;
  /** Changes along the line of the pieces of φ that the units are on, plus one; of a curved graph, its rises and falls. */
  readonly pieces: number;
  readonly units: number;
}

/** Var W · fan-in and Var b of the random layers. */
export const variances = { weights: 2, biases: 0.25 } as const;

/** Layers 1 → width → … → width → 1 with Gaussian weights and biases. */
export function randomStack(depth: number, width: number, seed: number): Affine[] {
  const sizes = [1, ...Array<number>(depth).fill(width), 1];
  const [sigmaW, sigmaB] = [Math.sqrt(variances.weights), Math.sqrt(variances.biases)];
  const init = { type: 'custom', sigmaW, sigmaB } as const;
  const { tensors } = new Network(mlp({ sizes, init, outputInit: init, seed }));
  return tensors.map(({ weight, bias }, k) => {
    const columns = sizes[k]!;
    const rows = Array.from({ length: sizes[k + 1]! }, (_, i) => i * columns);
    return { weights: rows.map((at) => [...weight.subarray(at, at + columns)]), bias: [...bias!] };
  });
}

/** A stretch of the line on which the layers so far are one affine map. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly map: Affine;
}

/** More stretches than this are not followed. */
const MOST = 2000;

/** The stretches on which a network of straight pieces is affine, its last layer left out; null when there are too many. */
function stretchesOf(layers: readonly Affine[], [from, to]: Point, phi: Activation): Stretch[] | null {
  const corners = cornersOf(phi);
  let stretches: Stretch[] = [{ from, to, map: { weights: [[1]], bias: [0] } }];
  for (const layer of layers.slice(0, -1)) {
    stretches = stretches.flatMap((s) => split(s, layer, phi, corners));
    if (stretches.length > MOST) return null;
  }
  return stretches;
}

/**
 * Where a network with one input bends on [from, to], for φ of straight pieces: on every stretch the layers below are
 * affine, so the next layer's units meet the corners of φ at places that are found exactly. In order; empty when there are
 * too many.
 */
export const bendsOf = (layers: readonly Affine[], line: Point, phi: Activation = relu): number[] =>
  (stretchesOf(layers, line, phi) ?? []).slice(1).map((s) => s.from);

function split(
  { from, to, map }: Stretch,
  layer: Affine,
  phi: Activation,
  corners: readonly number[],
): Stretch[] {
  const h = collapse(map, layer);
  const met = h.weights
    .flatMap(([w], i) => corners.map((corner) => (corner - h.bias[i]!) / w!))
    .filter((t) => t > from && t < to);
  const ends = [from, ...[...new Set(met)].sort((a, b) => a - b), to];
  return ends.slice(1).map((end, i) => {
    const values = applyAffine(h, [(ends[i]! + end) / 2]);
    const slopes = values.map(phi.df);
    return {
      from: ends[i]!,
      to: end,
      map: {
        weights: h.weights.map(([w], u) => [slopes[u]! * w!]),
        bias: h.bias.map((b, u) => phi.f(values[u]!) - slopes[u]! * (values[u]! - b)),
      },
    };
  });
}

/** The network's answer to one number. */
export function answer(layers: readonly Affine[], t: number, phi: Activation = relu): number {
  const last = layers.length - 1;
  const out = layers.reduce<readonly number[]>(
    (a, layer, k) => {
      const h = applyAffine(layer, a);
      return k < last ? h.map(phi.f) : h;
    },
    [t],
  );
  return out[0]!;
}

const LINE: Point = [-2, 2];
/** Reports of a reader's function stop at 64 kinks: with as many, some are unknown. */
const MOST_CORNERS = 63;

/** Both ends of every stretch, where φ jumps: the graph is broken between two of them. */
function broken(stretches: readonly Stretch[], last: Affine): Point[] {
  return stretches.flatMap(({ from, to, map }, i) => {
    const whole = collapse(map, last);
    const at = (t: number): Point => [t, applyAffine(whole, [t])[0]!];
    return [...(i > 0 ? [[from, Number.NaN] as const] : []), at(from), at(to)];
  });
}

/** The random network of a seed: with its bends where φ is made of straight pieces, else with its turning points. */
export function randomNet(
  depth: number,
  width: number,
  seed: number,
  activation: Activation = relu,
): RandomNet {
  const layers = randomStack(depth, width, seed);
  const value = (t: number): number => answer(layers, t, activation);
  const net = { type: 'random', activation, depth, width, units: depth * width } as const;
  const exact = isPiecewiseStraight(activation) && cornersOf(activation).length <= MOST_CORNERS;
  const stretches = exact ? stretchesOf(layers, LINE, activation) : null;
  if (!stretches) return { ...net, straight: false, ...sampled(value, LINE) };
  const corners = [...stretches.map(({ from }) => from), LINE[1]].map((t): Point => [t, value(t)]);
  const jumps = activation.kinks.some(({ of }) => of === 'f');
  const curve = jumps ? { curve: broken(stretches, layers.at(-1)!) } : {};
  return { ...net, straight: true, corners, ...curve, pieces: stretches.length };
}
