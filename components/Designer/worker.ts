import { answerPage } from '../../src/figure/answerPage.ts';
import { announceOwn } from '../../src/figure/ownFunctions.ts';
import { measureCost } from './cost.ts';
import { type Design, design, type Question } from './model.ts';

answerPage<Question, Design>(({ formula, other }) => design(formula, '', other, measureCost), announceOwn);
