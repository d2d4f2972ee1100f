import { expect, test } from 'vitest';
import { describeApi } from './describe.ts';

test('everything of the book’s own that completion offers is documented', () => {
  const api = describeApi();
  const own = ['activations', 'network', 'theory', 'datasets', 'design', 'Inputs', 'Plot'];
  expect(own.filter((owner) => (api[owner]?.length ?? 0) === 0)).toEqual([]);
  const bare = own.flatMap((owner) =>
    api[owner]!.filter(({ documentation }) => documentation === '').map(({ name }) => `${owner}.${name}`),
  );
  expect(bare).toEqual([]);
});
