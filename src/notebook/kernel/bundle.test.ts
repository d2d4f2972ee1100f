import { expect, test } from 'vitest';
import { bundleKernel } from './bundle.ts';

test('the packed digits stay with the page, which hands them in when a cell asks', async () => {
  const { files, text } = await bundleKernel();
  const ends = (name: string) => files.filter((file) => file.endsWith(name));
  // Unpacking is the kernel's, and the worker is there at all.
  expect(ends('/src/datasets/digits.ts')).toHaveLength(1);
  expect(ends('/src/notebook/kernel/worker.ts')).toHaveLength(1);
  expect(ends('/digitsPacked.ts')).toEqual([]);
  expect(text.length).toBeGreaterThan(100_000);
});
