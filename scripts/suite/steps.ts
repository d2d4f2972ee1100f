import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { installedEngines } from '../machine/engines.ts';
import { needBrowser } from '../machine/installBrowser.ts';
import { root } from '../machine/root.ts';
import { run } from '../machine/run.ts';
import { build, isFresh } from '../site/build.ts';
import { checkLinks } from '../site/links.ts';
import { countOne, countReport } from './counts.ts';
import type { Performed, Step } from './step.ts';

const bin = (name: string): string => join(root, 'node_modules', '.bin', name);
const log = (name: string): string => join(root, '.cache', 'logs', `${name}.log`);
const report = (name: string): string => join(root, '.cache', 'reports', `${name}.json`);

/** A command that passes or fails as a whole. */
function command(name: string, args: readonly string[], needs: readonly string[] = []): Step {
  const [program = '', ...rest] = args;
  const perform = async (): Promise<Performed> => {
    const { code, output } = await run(bin(program), rest, { log: log(name) });
    return { counts: countOne(code), output };
  };
  return { name, needs, cores: 1, perform };
}

/** A test runner that writes a JSON report, from which its tests are counted. */
function tests(name: string, args: readonly string[], env: Record<string, string> = {}): Step {
  const [program = '', ...rest] = args;
  const perform = async (): Promise<Performed> => {
    rmSync(report(name), { force: true });
    const { code, output } = await run(bin(program), rest, { log: log(name), env });
    return { counts: countReport(report(name), code), output };
  };
  return { name, needs: [], cores: 1, perform };
}

export function vitest(name: string, ...filters: string[]): Step {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report(name)}`];
  return tests(name, ['vitest', 'run', ...reporters, ...filters]);
}

function building(name: string, base: string, folder: string, needs: readonly string[]): Step {
  const perform = async (): Promise<Performed> => {
    const { code, output } = await build({ base, folder });
    return { counts: countOne(code), output };
  };
  return { name, needs, cores: 1, perform };
}

function linking(name: string, base: string, folder: string, needs: readonly string[]): Step {
  const perform = async (): Promise<Performed> => {
    const { faults } = checkLinks(folder, base);
    return { counts: countOne(faults.length), output: faults.join('\n') };
  };
  return { name, needs, cores: 1, perform };
}

const browser: Step = {
  name: 'browser',
  needs: [],
  cores: 0,
  perform: async () => {
    const say = (line: string): void => console.log(`  browser: ${line}`);
    const whole = await needBrowser(say, 'pages');
    const shell = await needBrowser(say, 'tests');
    Object.assign(process.env, { CHROME_PATH: shell, WHOLE_CHROME_PATH: whole });
    return { counts: countOne(0), output: `${shell}\n${whole}` };
  },
};

export const formatStep = command('format and lint', ['biome', 'ci', '--max-diagnostics=40']);
export const typeSteps = [
  command('types of .ts and .tsx', ['tsc', '--noEmit', '-p', '.']),
  command('types of .astro', ['astro', 'check', '--minimumFailingSeverity', 'error']),
];
export const unitStep = vitest('unit tests', 'src', 'components', 'scripts');
export const houseStep = vitest('house and content tests', 'tests');
export const buildStep = building('build', '/', 'dist', []);
export const linkStep = linking('links', '/', 'dist', ['build']);
export const bookSteps = [
  building('build under /book/', '/book/', '.cache/dist-book', ['build']),
  linking('links under /book/', '/book/', '.cache/dist-book', ['build under /book/']),
];
export const browserStep = browser;
/** Browser tests; arguments choose some of them. */
function browserTests(name: string, ...args: string[]): Step {
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report(name) };
  return {
    ...tests(name, ['playwright', 'test', '--reporter=list,json', ...args], env),
    needs: ['build', 'browser'],
    cores: 2,
  };
}

/** `npm test`: everything, ordered so that two cores stay busy and the browser can be fetched meanwhile. */
export const allSteps: readonly Step[] = [
  browserStep,
  buildStep,
  formatStep,
  unitStep,
  ...typeSteps,
  linkStep,
  houseStep,
  ...bookSteps,
  // The second measures frames, so it has the machine to itself.
  browserTests('browser tests', ...['chromium', ...installedEngines()].map((name) => `--project=${name}`)),
  browserTests('hostile cells', '--project=hostile'),
];

/** `npm run check`: what needs neither a build nor a browser. */
export const checkSteps: readonly Step[] = [formatStep, ...typeSteps];

/** `npm run e2e`: the browser tests with what they need. */
export function browserSteps(args: readonly string[]): readonly Step[] {
  const fresh = isFresh({ base: '/', folder: 'dist' });
  const built: Step = { ...buildStep, perform: async () => ({ counts: countOne(0), output: 'up to date' }) };
  return [browserStep, fresh ? built : buildStep, browserTests('browser tests', ...args)];
}
