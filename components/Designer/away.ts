import { findActivation } from '../../src/activations/index.ts';
import { askWorker } from '../../src/figure/askWorker.ts';
import { apart, type Design, type Question } from './model.ts';
import type { DesignerSettings } from './settings.ts';

/** A formula that takes longer than this is given up: a reader would have left. */
const LONGEST = 10_000;

/** `design` off the page's thread. Other names for the functions that were asked for last cost nothing. */
export function designAway(): (settings: DesignerSettings) => Promise<Design> {
  const ask = askWorker<Question, Design>({
    start: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    names: ({ other }) => [other],
    patience: 300,
    longest: {
      ms: LONGEST,
      message: `this formula takes longer than ${LONGEST / 1000} seconds; a shorter one will do`,
    },
  });
  let last: { readonly question: Question; readonly answer: Promise<Design> } | null = null;

  const answerTo = (question: Question): Promise<Design> => {
    const { formula, other } = question;
    if (last?.question.formula === formula && last.question.other === other) return last.answer;
    const mine = { question, answer: Promise.resolve(ask(question)) };
    last = mine;
    // What failed may be asked again.
    mine.answer.catch(() => {
      if (last === mine) last = null;
    });
    return mine.answer;
  };

  return async ({ formula, name, with: other }) => {
    const answer = await answerTo({ formula, other });
    const { label } = findActivation(other);
    return {
      ...answer,
      mine: { ...answer.mine, label: apart(name, label) },
      others: { ...answer.others, label },
    };
  };
}
