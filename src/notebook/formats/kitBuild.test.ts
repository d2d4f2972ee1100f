import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { config, observable } from '@observablehq/notebook-kit/vite';
import { build } from 'vite';
import { afterAll, expect, it } from 'vitest';
import { toNotebookKit } from './notebookKit.ts';

// Inside the project, so that the kit's own packages are found.
const folder = mkdtempSync(join(import.meta.dirname, '../../../node_modules/.kit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const still = { outputs: [], log: [], error: null };

it('passes through the build of Notebook Kit', async () => {
  const text = toNotebookKit({
    title: 'Kit & kin',
    chapter: '1-kit',
    address: 'https://example.org/',
    colour: () => 'black',
    items: [
      { type: 'heading', level: 1, text: 'Kit' },
      { type: 'cell', name: 'neuron', text: 'const slope: number = 0.25;\n', ...still },
      { type: 'cell', name: 'twice', text: 'display(slope * 2);\n', ...still },
    ],
  });
  writeFileSync(join(folder, 'chapter.html'), text);
  await build({
    ...config(),
    root: folder,
    configFile: false,
    logLevel: 'error',
    plugins: [observable()],
    build: { outDir: 'out', minify: false, rollupOptions: { input: join(folder, 'chapter.html') } },
  });
  const page = readFileSync(join(folder, 'out', 'chapter.html'), 'utf8');
  expect(page).toContain('Kit &amp; kin');
  const assets = readdirSync(join(folder, 'out', 'assets')).filter((file) => file.endsWith('.js'));
  const scripts = assets.map((file) => readFileSync(join(folder, 'out', 'assets', file), 'utf8')).join('\n');
  expect(scripts).toMatch(/slope: 0?\.25/);
  expect(scripts).toMatch(/display\(slope \* 2\)/);
});
