import { Overtaken, type Pace } from '../../src/figure/answerPage.ts';
import type { Course } from './compare.ts';
import type { Comparison } from './model.ts';

/** Milliseconds between looks at the mail. */
const beat = 8;
/** A wish that is done by then is answered once. */
const oneFrame = 14;
const betweenAnswers = 120;
/** So long a wish that was overtaken may go on without having answered: a drag is to be followed, not only its end. */
const patience = 250;

export interface Surroundings extends Pace<Comparison> {
  /** Milliseconds. */
  readonly now: () => number;
}

/**
 * How a worker goes through a comparison: it looks at the mail now and then, answers in part when a frame has passed and every
 * setting has a network (or, in large networks, none for a quarter of a second), and ends by `Overtaken` when a newer wish waits.
 */
export function courseOf({ answer, isOvertaken, nextTask, now }: Surroundings): Course {
  const start = now();
  let looked = start;
  let answered: number | null = null;
  const look = async (): Promise<void> => {
    await nextTask();
    looked = now();
    if (isOvertaken() && (answered !== null || looked - start > patience)) throw new Overtaken();
  };
  return {
    breathe: () => (now() - looked > beat ? look() : undefined),
    step: async (whole, soFar) => {
      const due =
        answered !== null ? answered + betweenAnswers : start + (whole ? oneFrame : 2 * betweenAnswers);
      if (now() < due) return;
      const part = await soFar();
      if (!part.progress) return;
      answer(part);
      answered = now();
      await look();
    },
  };
}
