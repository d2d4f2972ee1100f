// @ts-check
// The one plain-JavaScript file: the machine's own Node, as old as 20, runs it before anything is installed.
// It installs the locked packages when they changed and hands over to scripts/<command>.ts under the pinned Node.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const oldestNode = 20;
const machine = `${process.platform}-${process.arch}`;
const stampFile = join(root, 'node_modules', '.installed');
const pinnedNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
const log = join(root, '.cache', 'install.log');

/**
 * Ends the program with one sentence.
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** What the installed packages depend on: the machine and the lock file. */
function stamp() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  return `${machine} ${hash.digest('hex')}`;
}

/** Whether packages installed by hand (`npm install`) are the locked ones: npm keeps its own list of what it laid down. */
function isLaidDownByHand() {
  const kept = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(kept)) return false;
  const { '': _, ...wanted } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const laid = JSON.parse(readFileSync(kept, 'utf8')).packages;
  const missing = Object.keys(wanted).filter((name) => !laid[name] && !wanted[name].optional);
  const wrong = Object.keys(laid).filter((name) => laid[name].version !== wanted[name]?.version);
  return missing.length + wrong.length === 0;
}

function isInstalled() {
  if (!existsSync(pinnedNode)) return false;
  const kept = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : machine;
  if (kept === stamp()) return true;
  if (!kept.startsWith(machine) || !isLaidDownByHand()) return false;
  writeFileSync(stampFile, stamp());
  return true;
}

/**
 * The command that runs npm: the very npm that started us, else the one on the PATH.
 * @returns {{ file: string, args: string[] }}
 */
function findNpm() {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js') && existsSync(cli)) return { file: process.execPath, args: [cli] };
  const file = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const found = spawnSync(file, ['--version'], { shell: process.platform === 'win32' });
  if (found.error || found.status !== 0)
    stop('npm was not found; install Node 20 or newer together with npm, then run this again.');
  return { file, args: [] };
}

/** The PATH without the packages about to be replaced, so that npm never runs on a Node it is deleting. */
function outsidePath() {
  const parts = (process.env.PATH ?? '').split(delimiter);
  return parts.filter((part) => !part.startsWith(join(root, 'node_modules'))).join(delimiter);
}

/** @returns {string} a Node that survives the deletion of node_modules */
function outsideNode() {
  return process.execPath === pinnedNode ? 'node' : process.execPath;
}

async function install() {
  const npm = findNpm();
  if (npm.file === process.execPath) npm.file = outsideNode();
  console.log('Installing the locked packages (about a minute on a new machine) …');
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(stampFile, { force: true });
  const started = Date.now();
  const output = openSync(log, 'w');
  const child = spawn(
    npm.file,
    [...npm.args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--no-progress'],
    {
      cwd: root,
      env: { ...process.env, PATH: outsidePath(), NODE_ENV: 'development' },
      stdio: ['ignore', output, output],
      shell: process.platform === 'win32',
    },
  );
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const ticker = setInterval(() => console.log(`  still installing, ${seconds()} s`), 15_000);
  const code = await new Promise((done) =>
    child.on('error', () => done(-1)).on('exit', (status) => done(status ?? -1)),
  );
  clearInterval(ticker);
  closeSync(output);
  if (code !== 0 || !existsSync(pinnedNode))
    stop(`The packages could not be installed (npm ci ended with ${code}); the reason is in ${log}`);
  writeFileSync(stampFile, stamp());
  console.log(`Packages installed in ${seconds()} s.`);
}

/** @param {string} script @param {string[]} args */
function handOver(script, args) {
  const bin = join(root, 'node_modules', '.bin');
  const child = spawn(pinnedNode, [script, ...args], {
    cwd: root,
    env: { ...process.env, PATH: bin + delimiter + outsidePath(), ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: 'inherit',
  });
  // Ctrl-C reaches the child through the terminal; other signals are passed on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) =>
    stop(`The pinned Node could not start (${error.message}); remove node_modules and try again.`),
  );
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

const [command = '', ...args] = process.argv.slice(2);
const script = join(root, 'scripts', `${command}.ts`);
const major = Number(process.versions.node.split('.')[0]);
if (major < oldestNode)
  stop(`Node ${process.versions.node} is too old; install Node ${oldestNode} or newer, then run this again.`);
if (!/^[a-z0-9]+$/.test(command) || !existsSync(script))
  stop(`unknown command: "${command}"; expected the name of a scripts/*.ts file`);
if (!isInstalled()) await install();
handOver(script, args);
