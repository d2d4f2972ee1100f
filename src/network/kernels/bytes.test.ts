import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

async function bundle(entry: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: entry, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
  });
  return {
    bytes: gzipSync(outputFiles[0]!.contents, { level: 9 }).length,
    inputs: Object.keys(metafile.inputs),
  };
}

test('both modules and their glue are at most 12 KB compressed', async () => {
  const { bytes, inputs } = await bundle(`export * from './index.ts'`);
  expect(inputs.some((file) => file.endsWith('kernels/modules.ts'))).toBe(true);
  expect(bytes).toBeLessThanOrEqual(12_000);
});

test('plotting functions loads no network code', async () => {
  const { inputs } = await bundle(`export * from '../../activations/index.ts'`);
  expect(inputs.filter((file) => file.includes('src/network/'))).toEqual([]);
});
