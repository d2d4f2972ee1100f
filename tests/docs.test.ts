import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const documents = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md'];
const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts;

describe.each(documents)('%s', (name) => {
  const text = readFileSync(name, 'utf8');

  test('names paths that exist', () => {
    const named = [...inCode(text).filter(isPath), ...linked(text)];
    const missing = named.filter((path) => !existsSync(path.replace(/[#?].*$/, '')));
    expect(named.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });

  test('names npm scripts that exist', () => {
    const named = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

test('README.md has at most 80 lines', () => {
  expect(readFileSync('README.md', 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(80);
});

test('every npm script leads to a file', () => {
  const commands = Object.values(scripts).flatMap((line) => /bootstrap\.mjs (\w+)/.exec(line)?.[1] ?? []);
  expect(commands.filter((command) => !existsSync(`scripts/${command}.ts`))).toEqual([]);
});

/** Everything written `as code` on one line. */
function inCode(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

const topFolders = 'bench|components|content|data|docs|public|reference|scripts|src|tests';
const path = new RegExp(`^((${topFolders})/[\\w./-]*|[A-Z]+(\\.md)?|[\\w.-]+\\.(json|mjs|config\\.ts))$`);

/** A path starts in one of the project's folders or is a file at its top; `N-slug` and `…` stand for anything. */
function isPath(code: string): boolean {
  return path.test(code) && !/N-slug|…/.test(code) && !/^[A-Z]+$/.test(code);
}

/** Targets of Markdown links and pictures inside the project. */
function linked(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, to = '']) => to)
    .filter((to) => !/^(https?:|#)/.test(to));
}
