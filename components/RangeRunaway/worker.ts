import { answerPage } from '../../src/figure/answerPage.ts';
import { announceOwn } from '../../src/figure/ownFunctions.ts';
import { runaway } from './model.ts';

answerPage(runaway, announceOwn);
