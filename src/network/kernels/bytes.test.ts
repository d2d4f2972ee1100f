import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);

async function bundle(entry: string, resolveDir = import.meta.dirname) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: entry, resolveDir, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'empty' },
    logLevel: 'silent',
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

test('the flow through deep networks comes with them in as little', async () => {
  const { bytes } = await bundle(`export { loadKernels } from './load.ts'; export * from './deepFlow.ts'`);
  expect(bytes).toBeLessThanOrEqual(12_000);
});

describe('a page that only plots functions', () => {
  const chapter = readFileSync(new URL('content/1-what-is-an-activation/en.mdx', root), 'utf8');
  const tags = new Set([...chapter.matchAll(/<([A-Z]\w+)/g)].map(([, tag]) => tag!));
  const widgets = [...tags].filter((tag) => existsSync(new URL(`components/${tag}/widget.ts`, root)));

  test('has figures', () => {
    expect(widgets.length).toBeGreaterThan(2);
  });

  test.each(['src/activations/index.ts', 'src/figure/live.tsx'])('loads no network code with %s', loadsNone);

  test.each(widgets)('loads no network code with %s', (tag) => loadsNone(`components/${tag}/widget.ts`));
});

async function loadsNone(path: string): Promise<void> {
  const { inputs } = await bundle(`export * from './${path}'`, fileURLToPath(root));
  expect(inputs.some((file) => file.endsWith(path))).toBe(true);
  const network = inputs.filter((file) => file.includes('src/network/'));
  // The firing rate of a single cell is a formula of one line that imports nothing.
  expect(network.filter((file) => !file.endsWith('src/network/theory/lif.ts'))).toEqual([]);
}
