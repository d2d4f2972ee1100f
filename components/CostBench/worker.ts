import { answerPage } from '../../src/figure/answerPage.ts';
import type { OwnFunction } from '../../src/figure/ownFunctions.ts';
import { measure, type Timing, type Wish } from './measure.ts';

/** What to measure, and the reader's own functions to measure beside it. */
export interface Question {
  readonly wish: Wish;
  readonly own: readonly OwnFunction[];
}

answerPage<Question, Timing>(({ wish, own }) => measure(wish, own));
