import { launch } from 'chrome-launcher';
import lighthouse, { type Result } from 'lighthouse';
import { browserArgs } from '../machine/browser.ts';

/** What one run of Lighthouse measured; scores from 0 to 100, times in ms, bytes as transferred. */
export interface Measured {
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  readonly lcp: number;
  readonly tbt: number;
  readonly cls: number;
  readonly scriptBytes: number;
}

/** One run with the mobile profile in a browser of its own, so that no run warms the next. */
export async function measure(url: string, browser: string): Promise<Measured> {
  const chrome = await launch({ chromePath: browser, chromeFlags: [...browserArgs, '--headless=new'] });
  try {
    const outcome = await lighthouse(url, { port: chrome.port, output: 'json', logLevel: 'error' });
    if (!outcome) throw new Error(`Lighthouse gave no result for ${url}`);
    if (outcome.lhr.runtimeError) throw new Error(`${url}: ${outcome.lhr.runtimeError.message}`);
    return read(outcome.lhr);
  } finally {
    chrome.kill();
  }
}

function read({ audits, categories }: Result): Measured {
  const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100);
  const value = (name: string): number => audits[name]?.numericValue ?? Number.NaN;
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    lcp: value('largest-contentful-paint'),
    tbt: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
    scriptBytes: scriptBytesOf(audits['network-requests']?.details),
  };
}

function scriptBytesOf(details: unknown): number {
  const { items } = details as { items: { resourceType: string; transferSize: number }[] };
  const scripts = items.filter(({ resourceType }) => resourceType === 'Script');
  return scripts.reduce((total, { transferSize }) => total + transferSize, 0);
}

/** The median of each number over the runs. */
export function medianOf(runs: readonly Measured[]): Measured {
  const [first] = runs;
  if (!first) throw new Error('invalid runs: none; expected at least one');
  const names = Object.keys(first) as (keyof Measured)[];
  const middle = (name: keyof Measured): number =>
    runs.map((run) => run[name]).sort((a, b) => a - b)[runs.length >> 1]!;
  return Object.fromEntries(names.map((name) => [name, middle(name)])) as unknown as Measured;
}
