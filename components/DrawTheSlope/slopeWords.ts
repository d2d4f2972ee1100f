import type { Activation } from '../../src/activations/activation.ts';
import { curvePoints } from '../../src/figure/curve.ts';
import { curveWords } from '../../src/figure/curveWords.ts';
import { places } from './controls.ts';

/** The derivative on the sheet, in words. */
export const slopeWords = (activation: Activation): string =>
  curveWords(curvePoints(activation, places[0]!, places.at(-1)!, 'df', 0));
