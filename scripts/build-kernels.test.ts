import { expect, test } from 'vitest';
import { moduleBytes } from '../src/network/kernels/load.ts';
import { compileKernels } from './build-kernels.ts';

test.each(['relaxed', 'simd'] as const)(
  'the committed %s module is what its sources compile to',
  async (path) => {
    const committed = Buffer.from(await moduleBytes(path));
    const compiled = Buffer.from(await compileKernels(path));
    expect(committed.equals(compiled), 'run: node scripts/build-kernels.ts').toBe(true);
  },
);
