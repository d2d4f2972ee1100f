import { answerPage } from '../../src/figure/answerPage.ts';
import { announceOwn } from '../../src/figure/ownFunctions.ts';
import type { Question } from './atlas.ts';
import { type Line, measure } from './measure.ts';

answerPage<Question, readonly Line[]>(({ spec, networks }) => measure(spec, networks), announceOwn);
