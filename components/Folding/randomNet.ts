import { relu } from '../../src/activations/relu.ts';
import { mlp, Network } from '../../src/network/index.ts';
import { type Affine, applyAffine, collapse } from '../../src/network/theory/collapse.ts';

type Point = readonly [number, number];

/** A random deep ReLU network with one input and one output, on the line from −2 to 2. */
export interface RandomNet {
  readonly type: 'random';
  readonly depth: number;
  readonly width: number;
  /** Ends and bends of the graph, from left to right. */
  readonly corners: readonly Point[];
  /** Changes of the pattern of active units along the line, plus one. */
  readonly pieces: number;
  readonly units: number;
}

/** Layers 1 → width → … → width → 1, Var W = 2/fan_in, Var b = 0.25. */
export function randomStack(depth: number, width: number, seed: number): Affine[] {
  const sizes = [1, ...Array<number>(depth).fill(width), 1];
  const init = { type: 'custom', sigmaW: Math.SQRT2, sigmaB: 0.5 } as const;
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

/**
 * Where a ReLU network with one input bends on [from, to]: on every stretch the layers below are affine, so the zeros
 * of the next layer's units are found exactly. Inputs at which some unit changes between off and on, in order.
 */
export function bendsOf(layers: readonly Affine[], [from, to]: Point): number[] {
  let stretches: Stretch[] = [{ from, to, map: { weights: [[1]], bias: [0] } }];
  for (const layer of layers.slice(0, -1)) stretches = stretches.flatMap((s) => split(s, layer));
  return stretches.slice(1).map((s) => s.from);
}

function split({ from, to, map }: Stretch, layer: Affine): Stretch[] {
  const h = collapse(map, layer);
  const zeros = h.weights.map(([w], i) => -h.bias[i]! / w!).filter((t) => t > from && t < to);
  const ends = [from, ...[...new Set(zeros)].sort((a, b) => a - b), to];
  return ends.slice(1).map((end, i) => {
    const on = applyAffine(h, [(ends[i]! + end) / 2]).map((value) => value > 0);
    return {
      from: ends[i]!,
      to: end,
      map: {
        weights: h.weights.map(([w], u) => [on[u] ? w! : 0]),
        bias: h.bias.map((b, u) => (on[u] ? b : 0)),
      },
    };
  });
}

/** The network's answer to one number. */
export function answer(layers: readonly Affine[], t: number): number {
  const last = layers.length - 1;
  const out = layers.reduce<readonly number[]>(
    (a, layer, k) => {
      const h = applyAffine(layer, a);
      return k < last ? h.map(relu.f) : h;
    },
    [t],
  );
  return out[0]!;
}

const LINE: Point = [-2, 2];

/** The random network of a seed, with its bends. */
export function randomNet(depth: number, width: number, seed: number): RandomNet {
  const layers = randomStack(depth, width, seed);
  const bends = bendsOf(layers, LINE);
  const corners = [LINE[0], ...bends, LINE[1]].map((t): Point => [t, answer(layers, t)]);
  return { type: 'random', depth, width, corners, pieces: bends.length + 1, units: depth * width };
}
