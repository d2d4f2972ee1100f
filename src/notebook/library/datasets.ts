import { type Digits, unpackDigits } from '../../datasets/digits.ts';
import * as generators from './generators.ts';

/** Loads a packed data set that is too large to come with the kernel. */
export type LoadAsset = (name: 'digits') => Promise<string>;

/** What cells see as `datasets`; the digits come when they are first asked for. */
export function createDatasets(load: LoadAsset) {
  let digits: Promise<Digits> | null = null;
  return {
    ...generators,
    /** The 1,797 handwritten digits of the book. */
    loadDigits: (): Promise<Digits> => {
      digits ??= load('digits').then(unpackDigits);
      return digits;
    },
  };
}
