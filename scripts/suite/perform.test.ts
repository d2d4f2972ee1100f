import { expect, test } from 'vitest';
import { countOne } from './counts.ts';
import { perform } from './perform.ts';
import type { Step } from './step.ts';

/** Steps that note when they begin and end; a step called `bad` fails. */
function makeSteps(
  list: readonly (Pick<Step, 'name' | 'cores'> & { needs?: string[] })[],
  notes: string[],
): Step[] {
  return list.map(({ name, cores, needs = [] }) => ({
    name,
    cores,
    needs,
    perform: async () => {
      notes.push(`+${name}`);
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
      notes.push(`-${name}`);
      return { counts: countOne(name === 'bad' ? 1 : 0), output: '' };
    },
  }));
}

const silent = (): void => {};

test('a step waits for what it needs', async () => {
  const notes: string[] = [];
  await perform(
    makeSteps(
      [
        { name: 'b', cores: 1, needs: ['a'] },
        { name: 'a', cores: 1 },
      ],
      notes,
    ),
    2,
    silent,
  );
  expect(notes).toEqual(['+a', '-a', '+b', '-b']);
});

test('steps share the cores and no more', async () => {
  const notes: string[] = [];
  const steps = ['a', 'b', 'c'].map((name) => ({ name, cores: 1 }));
  await perform(makeSteps([...steps, { name: 'all', cores: 2 }], notes), 2, silent);
  expect(notes.slice(0, 2)).toEqual(['+a', '+b']);
  expect(notes.slice(-2)).toEqual(['+all', '-all']);
});

test('what needs a failed step is not started and counts as failed', async () => {
  const notes: string[] = [];
  const steps = makeSteps(
    [
      { name: 'bad', cores: 1 },
      { name: 'next', cores: 1, needs: ['bad'] },
      { name: 'last', cores: 1, needs: ['next'] },
    ],
    notes,
  );
  const outcomes = await perform(steps, 2, silent);
  expect(outcomes.map(({ counts }) => counts.failed)).toEqual([1, 1, 1]);
  expect(notes).toEqual(['+bad', '-bad']);
});

test('a step that throws fails with its sentence', async () => {
  const lines: string[] = [];
  const step: Step = {
    name: 'a',
    cores: 1,
    needs: [],
    perform: () => Promise.reject(new Error('no browser')),
  };
  const [outcome] = await perform([step], 2, (line) => lines.push(line));
  expect(outcome?.counts.failed).toBe(1);
  expect(lines.join('\n')).toContain('no browser');
});

test('a step that needs an unknown one is a mistake of the suite', async () => {
  await expect(perform(makeSteps([{ name: 'a', cores: 1, needs: ['b'] }], []), 2, silent)).rejects.toThrow(
    'internal',
  );
});
