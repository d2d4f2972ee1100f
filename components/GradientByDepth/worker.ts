import { answerPage } from '../../src/figure/answerPage.ts';
import { announceOwn } from '../../src/figure/ownFunctions.ts';
import { compare } from './compare.ts';
import { courseOf } from './course.ts';
import type { Comparison } from './model.ts';
import type { DepthSettings } from './settings.ts';

const now = (): number => performance.now();

answerPage<DepthSettings, Comparison>(
  (settings, pace) => compare(settings, courseOf({ ...pace, now })),
  announceOwn,
);
