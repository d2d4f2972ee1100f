import { defineActivation } from './define.ts';

/** 0.2·2.5 − 0.5 for the double nearest to 0.2, which lies a little above 1/5. */
const EXCESS = 2.7755575615628914e-17;

/** f(x) = clip(0.2x + 0.5, 0, 1), the hard sigmoid of Theano and of Keras up to version 2; f′(±2.5) = 0. */
export const hardSigmoid02 = defineActivation({
  id: 'hard_sigmoid_02',
  label: 'hard sigmoid, slope 0.2',
  family: 'hard',
  names: {},
  tex: '\\min(\\max(0.2x+0.5,0),1)',
  code: 'Math.min(Math.max(0.2 * x + 0.5, 0), 1)',
  // x + 2.5 is exact next to the kink, 0.2x + 0.5 would cancel there.
  f: (x) => (x <= -2.5 ? 0 : x >= 2.5 ? 1 : 0.2 * (x + 2.5) - EXCESS),
  df: (x) => (x > -2.5 && x < 2.5 ? 0.2 : 0),
  d2f: () => 0,
  range: { min: 0, max: 1, open: [false, false] },
  kinks: [
    { x: -2.5, of: 'df', left: 0, right: 0.2, used: 0 },
    { x: 2.5, of: 'df', left: 0.2, right: 0, used: 0 },
  ],
  asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 0, intercept: 1 } },
  claims: { monotone: true, bounded: true, zeroCentred: false, lipschitz: 0.2, minimum: [-2.5, 0] },
  relatives: ['hard_sigmoid_02(x) = hard_sigmoid(1.2x)'],
  year: 2016,
  source: 'theano2016',
});
