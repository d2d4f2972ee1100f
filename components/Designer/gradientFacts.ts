import type { Scorecard } from '../../src/activations/properties/scorecard.ts';
import { shown } from '../../src/activations/properties/words.ts';

/** A number that stands beside the grade of the gradient; the grade does not count it. */
export interface GradientFact {
  /** How the card abbreviates it; `sub` stands lowered behind. */
  readonly symbol: string;
  readonly sub?: string;
  /** The same in words, for those who hear it. */
  readonly name: string;
  readonly share?: boolean;
  of(gradient: Scorecard['gradient']): number;
}

/** What the blueprint shows beside M2: S, P(f′ = 0), the Lipschitz constant on [−10, 10], V′ and χ_BN. */
export const gradientFacts: readonly GradientFact[] = [
  {
    symbol: 'S',
    share: true,
    name: 'share of inputs with a saturated slope',
    of: ({ saturatedShare }) => saturatedShare,
  },
  {
    symbol: 'P(f′ = 0)',
    share: true,
    name: 'share of inputs with slope 0',
    of: ({ zeroShare }) => zeroShare,
  },
  { symbol: 'L', name: 'steepest slope from −10 to 10', of: ({ lipschitz }) => lipschitz },
  { symbol: 'V′', name: 'slope of the map of mean squares', of: ({ stability }) => stability },
  { symbol: 'χ', sub: 'BN', name: 'chi with BatchNorm before f', of: ({ batchNorm }) => batchNorm },
];

/** A dash for what cannot be found. A share has two digits: three of a tiny one are wider than a phone's column. */
export const factText = ({ share, of }: GradientFact, gradient: Scorecard['gradient']): string =>
  Number.isNaN(of(gradient)) ? '–' : shown(of(gradient), share ? 2 : 3);
