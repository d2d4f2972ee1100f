import { findActivation } from '../../src/activations/index.ts';
import type { FoldingSettings } from './controls.ts';
import { type RandomNet, randomNet } from './randomNet.ts';
import { type Tents, tents } from './tents.ts';

/** What the figure shows: tents on tents, folded or unfolded, or a random network. */
export type Folding = (Tents & { readonly flat: boolean }) | RandomNet;

export function folding({ net, phi, folds, cut, flat, depth, width, seed }: FoldingSettings): Folding {
  if (net === 'random') return randomNet(Math.round(depth), Math.round(width), seed, findActivation(phi));
  return { ...tents(Math.round(folds), cut), flat };
}
