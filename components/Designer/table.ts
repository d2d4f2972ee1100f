import type { Table } from '../../src/figure/widget.ts';
import type { Design, Examined } from './model.ts';

const rows: readonly (readonly [label: string, value: (it: Examined) => number | string])[] = [
  ['M0: E f²', ({ card }) => card.valid.square],
  ['M0: first place without a finite value', ({ card }) => card.valid.x ?? 'none'],
  ['M1: NL', ({ card }) => card.nonlinear.index],
  ['M2: score G', ({ card }) => card.gradient.score],
  ['M2: χ = E f′²/E f²', ({ card }) => card.gradient.chi],
  ['M2: D50, decades over 50 layers', ({ card }) => card.gradient.decades],
  ['matching σ² = 1/E f²', ({ card }) => card.gradient.sigmaW2],
  ['S = P(|f′| < 0.1 rms)', ({ card }) => card.gradient.saturatedShare],
  ['P(f′ = 0)', ({ card }) => card.gradient.zeroShare],
  ['largest |f′| on [−10, 10]', ({ card }) => card.gradient.lipschitz],
  ['V′ = E z f f′/E f²', ({ card }) => card.gradient.stability],
  ['χ with BatchNorm before f', ({ card }) => card.gradient.batchNorm],
  ['M3: score Z', ({ card }) => card.zeroCentred.score],
  ['E f', ({ card }) => card.zeroCentred.mean],
  ['κ of the Hessian, 100 inputs', ({ card }) => card.zeroCentred.condition],
  ['M4: score C, measured here', ({ cost }) => cost ?? ''],
  ['M5: score', ({ card }) => card.differentiable.score],
];

/** Every number of the card for both functions; averages over z ~ N(0, 1). */
export function table({ mine, others }: Design): Table {
  return {
    columns: [{ label: 'Number' }, { label: mine.label, digits: 7 }, { label: others.label, digits: 7 }],
    rows: rows.map(([label, value]) => [label, value(mine), value(others)]),
  };
}
