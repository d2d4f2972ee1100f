import { cosOfProduct, sinOfProduct } from '../math/sinOfProduct.ts';
import { defineFamily } from './define.ts';

/** f(x) = sin ωx, the unit of SIREN networks (ω = 30 there). Source: Sitzmann et al. 2020. */
export const sine = defineFamily({
  id: 'sine',
  label: 'sine',
  family: 'softsign',
  names: { pytorch: 'torch.sin', keras: 'keras.ops.sin', jax: 'jax.numpy.sin' },
  tex: '\\sin(\\omega x)',
  code: 'Math.sin(frequency * x)',
  parameters: [
    { name: 'frequency', symbol: '\\omega', letter: 'ω', default: 1, min: 0.01, max: 100, learned: false },
  ],
  behaviour: ({ frequency }) => ({
    f: (x) => sinOfProduct(frequency, x),
    df: (x) => frequency * cosOfProduct(frequency, x),
    d2f: (x) => -frequency * frequency * sinOfProduct(frequency, x),
    range: { min: -1, max: 1, open: [false, false] },
    asymptotes: { left: null, right: null },
    claims: {
      monotone: false,
      bounded: true,
      zeroCentred: true,
      lipschitz: frequency,
      minimum: [-Math.PI / 2 / frequency, -1],
    },
  }),
  relatives: ['sine″(x) = −ω² sine(x)'],
  year: 2020,
  source: 'sitzmann2020',
});
