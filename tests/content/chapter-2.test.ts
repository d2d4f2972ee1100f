import { describe, expect, it } from 'vitest';
import { controls as collapseControls } from '../../components/CollapseMachine/controls.ts';
import { machine } from '../../components/CollapseMachine/model.ts';
import { measuredNets } from '../../components/Smokers/measured.ts';
import theory from '../../reference/theory.json' with { type: 'json' };
import { defaults } from '../../src/figure/settings.ts';
import { roundTo } from '../../src/network/index.ts';
import { computed, perUnit } from './chapter-2-claims.ts';
import { given, narrated } from './chapter-2-given.ts';
import { numberWordsIn, unbraced } from './chapter-2-words.ts';
import { digitsIn, proseOf, withoutClaims } from './claims.ts';

const text = unbraced(proseOf('2-why-nonlinearity'));
const claims = Object.values(computed).flat();

describe('chapter 2', () => {
  it.each(Object.entries(computed))('says of the %s what the models compute', (_, claims) => {
    for (const claim of claims) expect(text).toContain(claim);
  });

  it('contains no number that nothing checks', () => {
    const rest = withoutClaims(text, [...claims, ...given]);
    expect(digitsIn(rest)).toEqual([]);
  });

  it('contains no number in letters that nothing checks', () => {
    const rest = withoutClaims(text, [...claims, ...given, ...narrated]);
    expect(numberWordsIn(rest)).toEqual([]);
  });

  it('names only givens that it contains', () => {
    expect([...given, ...narrated].filter((phrase) => !text.includes(phrase))).toEqual([]);
  });

  it('calls the collapse rounding where it is', () => {
    const random = machine(defaults(collapseControls));
    expect(random.largest).toBeGreaterThan(0);
    expect(random.largest).toBeLessThan(1e-13);
  });

  it('is right that no width of linear layers beats the plane that training finds', () => {
    const flat = measuredNets.filter(({ phi }) => phi === 'identity');
    expect(flat.map(({ sizes }) => sizes.join('-'))).toEqual(['3-1', '3-8-1', '3-8-8-1']);
    for (const right of flat.flatMap(({ seen }) => seen))
      expect(right / 600).toBe(theory.datasets.smokers_600_2024.logistic_regression_accuracy);
  });

  it('is right that random networks make about one piece per unit at most, and fewer for being deep', () => {
    const ratios = [1, 2, 3, 6, 12].map(perUnit);
    expect(ratios[0]).toBeLessThan(1.05);
    ratios.slice(1).forEach((ratio, i) => {
      expect(ratio).toBeLessThan(ratios[i]!);
    });
  });

  it('asks for the best plane before it shows it', () => {
    const asked = text.indexOf('does the best of all planes get right?');
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(text.indexOf('<Smokers'));
  });

  it('reads float16 as the format does', () => {
    expect([2048, 2050].map((x) => roundTo('float16', x))).toEqual([2048, 2050]);
    expect(roundTo('float16', 2049)).not.toBe(2049);
  });
});
