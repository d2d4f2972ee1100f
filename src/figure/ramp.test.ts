import { readFileSync } from 'node:fs';
import { parse, wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';
import { type RampStep, rampColor, rampEdges, rampStep } from './ramp.ts';

const css = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');
const steps = [-4, -3, -2, -1, 0, 1, 2, 3, 4] as const satisfies readonly RampStep[];

const sides = (variable: string): string[] => {
  const name = /^var\((.*)\)$/.exec(variable)![1]!;
  const value = new RegExp(`${name}:\\s*([^;]+);`).exec(css)![1]!;
  const found = value.match(/oklch\([^)]*\)/g)!;
  return found.length === 2 ? found : [found[0]!, found[0]!];
};

describe('the ramp of gradient size', () => {
  it('puts the healthy middle within a factor of about three of one', () => {
    expect(rampStep(0)).toBe(0);
    expect(rampStep(Math.log10(3))).toBe(0);
    expect(rampStep(Math.log10(4))).toBe(1);
    expect(rampStep(Math.log10(1 / 4))).toBe(-1);
  });

  it('gives each interval between edges its own step, in order', () => {
    const middles = [-9, ...rampEdges.slice(1).map((e, i) => (e + rampEdges[i]!) / 2), 9];
    expect(middles.map(rampStep)).toEqual(steps);
  });

  it('calls zero the coldest and what is not a number exploded', () => {
    expect(rampStep(Number.NEGATIVE_INFINITY)).toBe(-4);
    expect(rampStep(Number.NaN)).toBe(4);
  });

  it.each(steps)('lets words stand on step %i at 4.5:1 in both themes', (step) => {
    const { fill, on, hatched } = rampColor(step);
    expect(hatched).toBe(step > 0);
    for (const side of [0, 1]) {
      expect(wcagContrast(parse(sides(fill)[side]!)!, parse(sides(on)[side]!)!)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
