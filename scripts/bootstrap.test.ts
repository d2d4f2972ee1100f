import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let home = '';

/** A project of two files, and an npm that lays down a "pinned Node" which only says what it was asked to run. */
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'bootstrap-'));
  mkdirSync(join(home, 'scripts'));
  mkdirSync(join(home, 'bin'));
  cpSync('scripts/bootstrap.mjs', join(home, 'scripts', 'bootstrap.mjs'));
  writeFileSync(join(home, 'scripts', 'start.ts'), '');
  writeFileSync(join(home, 'package-lock.json'), '{"packages":{"":{}}}');
  fakeNpm(`
    if [ "$1" = --version ]; then exit 0; fi
    mkdir -p node_modules/node/bin
    printf '#!/bin/sh\\necho "pinned $1 $2"\\nexit 7\\n' > node_modules/node/bin/node
    chmod +x node_modules/node/bin/node`);
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

function fakeNpm(body: string): void {
  const file = join(home, 'bin', 'npm');
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
}

function bootstrap(
  args: readonly string[],
  path = `${join(home, 'bin')}:/usr/bin:/bin`,
): { code: number | null; text: string } {
  const script = join(home, 'scripts', 'bootstrap.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    env: { PATH: path },
    encoding: 'utf8',
  });
  return { code: status, text: stdout + stderr };
}

describe('bootstrap', () => {
  test('installs once, hands over with the arguments and passes the exit code on', () => {
    const first = bootstrap(['start', '--flag']);
    expect(first.text).toMatch(/Installing[\s\S]*installed[\s\S]*pinned .*scripts\/start\.ts --flag/);
    expect(first.code).toBe(7);
    const second = bootstrap(['start']);
    expect(second.text).not.toMatch(/Installing/);
    expect(second.code).toBe(7);
  });

  test('installs again when the lock file changed', () => {
    bootstrap(['start']);
    writeFileSync(
      join(home, 'package-lock.json'),
      '{"packages":{"":{},"node_modules/new":{"version":"1.0.0"}}}',
    );
    expect(bootstrap(['start']).text).toMatch(/Installing/);
  });

  test('accepts the locked packages when they were installed by hand', () => {
    const packages = {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '1.0.0', optional: true },
    };
    bootstrap(['start']);
    writeFileSync(join(home, 'package-lock.json'), JSON.stringify({ packages }));
    const laid = { packages: { 'node_modules/a': { version: '1.0.0' } } };
    writeFileSync(join(home, 'node_modules', '.package-lock.json'), JSON.stringify(laid));
    expect(bootstrap(['start']).text).not.toMatch(/Installing/);
  });

  test('installs when packages were laid down by hand in another version', () => {
    bootstrap(['start']);
    const lock = { packages: { '': {}, 'node_modules/a': { version: '2.0.0' } } };
    writeFileSync(join(home, 'package-lock.json'), JSON.stringify(lock));
    const laid = { packages: { 'node_modules/a': { version: '1.0.0' } } };
    writeFileSync(join(home, 'node_modules', '.package-lock.json'), JSON.stringify(laid));
    expect(bootstrap(['start']).text).toMatch(/Installing/);
  });

  test('says in one sentence that npm is missing', () => {
    const { code, text } = bootstrap(['start'], '/nowhere');
    expect(text).toBe(
      'npm was not found; install Node 20 or newer together with npm, then run this again.\n',
    );
    expect(code).toBe(1);
  });

  test('says where the reason is when the installation fails, and tries again next time', () => {
    fakeNpm('if [ "$1" = --version ]; then exit 0; fi; echo "no such registry"; exit 3');
    const { code, text } = bootstrap(['start']);
    const log = join(home, '.cache', 'install.log');
    expect(text.trim().split('\n').at(-1)).toBe(
      `The packages could not be installed (npm ci ended with 3); the reason is in ${log}`,
    );
    expect(readFileSync(log, 'utf8')).toContain('no such registry');
    expect(code).toBe(1);
    expect(bootstrap(['start']).text).toMatch(/Installing/);
  });

  test('refuses a command it does not have', () => {
    expect(bootstrap(['dance']).text).toMatch(/^unknown command: "dance"; expected/);
    expect(bootstrap(['../start']).code).toBe(1);
  });
});
