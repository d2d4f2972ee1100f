import type { Scorecard } from './scorecard.ts';
import type { Verdict } from './verdict.ts';
import { shown } from './words.ts';

/** Where the mean square of a signal ends up in a deep wide network; compare `network/theory/fixedPoint.ts`. */
export interface DeepSignal {
  readonly kind: 'stable' | 'unstable' | 'zero' | 'any' | 'infinite' | 'undefined';
  /** Mean square of the pre-activations. */
  readonly q: number;
  readonly chi: number;
}

// What three digits show.
const VISIBLE = 5e-4;

/** What random wide networks of the function do to signals and gradients. */
export function signalVerdicts({ gradient, valid }: Scorecard, he: DeepSignal): Verdict[] {
  const { chi, decades, sigmaW2, stability } = gradient;
  if (valid.square === 0 || Number.isNaN(chi) || (chi !== 0 && !Number.isFinite(valid.square))) return [];
  if (chi === Number.POSITIVE_INFINITY) {
    return [
      { head: 'Gradients: χ = ∞', witness: 'E f′² is infinite: one steep place outweighs all others.' },
      ...lengths(stability),
    ];
  }
  if (chi === 0) {
    return [
      {
        head: 'Gradients stop here',
        witness: 'The slope is 0 almost everywhere, so χ = 0: nothing below learns.',
      },
    ];
  }
  const size =
    Math.abs(decades) < 0.05
      ? 'keeps its size over 50 layers'
      : `${decades < 0 ? 'shrinks' : 'grows'} by a factor ${factor(Math.abs(decades))} over 50 layers`;
  return [
    {
      head: `Gradients: χ = ${shown(chi)}`,
      witness: `With weights that match it (σ² = ${shown(sigmaW2)}) a gradient ${size}.`,
    },
    ...lengths(stability),
    { head: 'From He’s weights', witness: `With σ² = 2 instead ${fate(he)}.` },
  ];
}

function lengths(stability: number): Verdict[] {
  if (Number.isNaN(stability)) return [];
  const length =
    stability < 1 - VISIBLE
      ? 'returns by itself'
      : stability > 1 + VISIBLE
        ? 'drifts further away'
        : 'stays as it is';
  return [
    {
      head: `Lengths: V′ = ${shown(stability)}`,
      witness: `A signal that is a little too long or too short ${length}.`,
    },
  ];
}

function factor(decades: number): string {
  return decades < 3 ? shown(10 ** decades, 2) : `10^${shown(decades, 2)}`;
}

function fate(he: DeepSignal): string {
  const chi = Number.isFinite(he.chi) ? `, with χ = ${shown(he.chi)}` : '';
  switch (he.kind) {
    case 'stable':
      return `the mean square of a signal settles at ${shown(he.q)}${chi}`;
    case 'unstable':
      return `the mean square of a signal would stand still at ${shown(he.q)}, but does not stay there`;
    case 'zero':
      return `a signal dies away with depth${chi}`;
    case 'any':
      return `a signal keeps its length, whatever that is${chi}`;
    case 'infinite':
      return `a signal grows without end${chi}`;
    case 'undefined':
      return 'a signal soon is not a number';
  }
}
