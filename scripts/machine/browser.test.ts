import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { canStart, findBrowsers, findTestBrowsers } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'browser-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fake(name: string, body: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
}

test('CHROME_PATH decides alone', () => {
  const file = fake('mine', 'exit 0');
  expect(findBrowsers({ CHROME_PATH: file, PATH: '/usr/bin' })).toEqual([file]);
  expect(() => findBrowsers({ CHROME_PATH: '/nowhere/chrome' })).toThrow(
    'invalid CHROME_PATH: "/nowhere/chrome"',
  );
});

test('an installed browser is found on the PATH', () => {
  const file = fake('google-chrome', 'exit 0');
  expect(findBrowsers({ PATH: folder })).toContain(file);
});

test('tests take the shell of Chromium first, readers’ tools never', () => {
  const shell = fake('chromium-headless-shell', 'exit 0');
  expect(findTestBrowsers({ PATH: folder })[0]).toBe(shell);
  expect(findBrowsers({ PATH: folder })).not.toContain(shell);
  const file = fake('mine', 'exit 0');
  expect(findTestBrowsers({ CHROME_PATH: file, PATH: folder })).toEqual([file]);
});

test('a browser counts only when it draws a page', () => {
  expect(canStart(fake('stub', 'echo "install the real package"'))).toBe(false);
  expect(canStart(fake('broken', 'exit 127'))).toBe(false);
  expect(canStart(fake('good', 'echo "<html><head></head><body></body></html>"'))).toBe(true);
});
