import type { Measured } from './measure.ts';

interface Bar {
  readonly name: string;
  readonly least?: number;
  readonly most?: number;
  readonly write: (value: number) => string;
}

const score = (name: string): Bar => ({ name, least: 100, write: (value) => String(value) });

/** What every page must reach. */
export const bars: Readonly<Record<keyof Measured, Bar>> = {
  performance: score('performance'),
  accessibility: score('accessibility'),
  bestPractices: score('best practices'),
  seo: score('SEO'),
  lcp: { name: 'LCP', most: 1200, write: (ms) => `${(ms / 1000).toFixed(2)} s` },
  tbt: { name: 'TBT', most: 20, write: (ms) => `${ms.toFixed(0)} ms` },
  cls: { name: 'CLS', most: 0.01, write: (value) => value.toFixed(3) },
  scriptBytes: { name: 'scripts', most: 20 * 1024, write: (bytes) => `${(bytes / 1024).toFixed(1)} KB` },
};

/** The numbers that miss their bar, as sentences. */
export function missed(measured: Measured): string[] {
  return (Object.keys(bars) as (keyof Measured)[]).flatMap((key) => {
    const { name, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, write } = bars[key];
    const value = measured[key];
    if (value >= least && value <= most) return [];
    const limit = Number.isFinite(least) ? `at least ${write(least)}` : `at most ${write(most)}`;
    return [`${name} is ${write(value)}; expected ${limit}`];
  });
}
