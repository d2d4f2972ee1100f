import { activationFromFormula } from '../../src/activations/formula/index.ts';
import { findActivation } from '../../src/activations/index.ts';
import { findingsOf } from '../../src/activations/properties/findings.ts';
import { announceOwn, type OwnFunction } from '../../src/figure/ownFunctions.ts';
import { realTest, type Trained } from './realTest.ts';

/** A function to train: a formula, or the spec of a function of the book or of the reader's. */
export type Subject = { readonly formula: string } | { readonly spec: string };

/** Page to worker. */
export interface Request {
  readonly subjects: readonly Subject[];
  readonly own: readonly OwnFunction[];
}

/** Worker to page: one training more of a subject, its result (null: no weights suit it), or why nothing goes on. */
export type News =
  | { readonly type: 'trained'; readonly subject: number; readonly done: number }
  | { readonly type: 'result'; readonly subject: number; readonly result: Trained | null }
  | { readonly type: 'failed'; readonly message: string };

const tell = (news: News): void => self.postMessage(news);

self.onmessage = async ({ data: { subjects, own } }: MessageEvent<Request>) => {
  try {
    for (const one of own) announceOwn(one);
    for (const [i, subject] of subjects.entries()) {
      tell({ type: 'result', subject: i, result: await test(subject, i) });
    }
  } catch (error) {
    tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
};

async function test(subject: Subject, i: number): Promise<Trained | null> {
  const activation =
    'formula' in subject ? activationFromFormula(subject.formula) : findActivation(subject.spec);
  const { valid, gradient } = findingsOf(activation).card;
  if (!valid.holds) return null;
  return realTest(activation, gradient.sigmaW2, (done) => tell({ type: 'trained', subject: i, done }));
}
