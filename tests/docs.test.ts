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

/** A path has a slash or a known ending, and no place-holder, space or pattern in it. */
function isPath(code: string): boolean {
  if (/[\s<>*{}()$=:…]|NAME|^[/@.]|^\d/.test(code) || /\bN-slug\b/.test(code)) return false;
  return (
    /^[\w.-]+(\/[\w.-]+)*\/?$/.test(code) &&
    (/\/$/.test(code) || /\.(md|mjs|ts|tsx|json|ya?ml|css|astro|mdx)$/.test(code))
  );
}

/** Targets of Markdown links and pictures inside the project. */
function linked(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, to = '']) => to)
    .filter((to) => !/^(https?:|#)/.test(to));
}
