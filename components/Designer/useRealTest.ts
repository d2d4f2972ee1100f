import { useEffect, useRef, useState } from 'preact/hooks';
import { ownNamed } from '../../src/figure/ownFunctions.ts';
import type { Design } from './model.ts';
import { type Trained, trainings } from './realTest.ts';
import type { News, Request, Subject } from './realTest.worker.ts';

/** Functions that every reader's is held against. */
const measures = ['relu', 'tanh', 'identity'];

/** How far the trainings are; a result is null where no weights suit a function, undefined until it is there. */
export interface Race {
  readonly done: number;
  readonly results: readonly (Trained | null | undefined)[];
}

/** M6 for the functions of a card, in a worker that starts and stops at the reader's wish. */
export function useRealTest({ formula, other }: Design) {
  const [race, setRace] = useState<Race | null>(null);
  const [fault, setFault] = useState('');
  const worker = useRef<Worker | null>(null);
  const specs = [...new Set([other, ...measures])];
  const subjects: readonly Subject[] = [{ formula }, ...specs.map((spec) => ({ spec }))];
  const all = trainings * subjects.length;
  const stop = (why: string): void => {
    worker.current?.terminate();
    worker.current = null;
    setFault(why);
  };
  // Another function on the card: what was trained is not about it.
  useEffect(() => {
    setRace(null);
    setFault('');
    return () => stop('');
  }, [formula, other]);
  const start = (): void => {
    stop('');
    setRace({ done: 0, results: subjects.map(() => undefined) });
    const fresh = new Worker(new URL('./realTest.worker.ts', import.meta.url), { type: 'module' });
    worker.current = fresh;
    fresh.onmessage = ({ data }: MessageEvent<News>) => {
      if (data.type === 'failed') stop(data.message);
      else setRace((old) => old && after(old, data));
    };
    fresh.onerror = (event) => stop(event.message || 'the training stopped');
    fresh.postMessage({ subjects, own: ownNamed([other]) } satisfies Request);
  };
  return { subjects, race, fault, all, start, stop };
}

function after({ results }: Race, news: Exclude<News, { type: 'failed' }>): Race {
  const before = trainings * news.subject;
  if (news.type === 'trained') return { results, done: before + news.done };
  return { results: results.with(news.subject, news.result), done: before + trainings };
}
