import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { activations } from '../../src/activations/index.ts';
import { frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { controls } from './controls.ts';
import { draw } from './figure.ts';
import { lab } from './model.ts';
import { best, read, table } from './words.ts';

const start = defaults(controls);
const at = (change: Partial<typeof start> = {}) => lab({ ...start, ...change });

describe('five ways to a derivative', () => {
  it('starts from the exact slope of the sigmoid at 1', () => {
    expect(at().analytic).toBeCloseTo(0.19661193324148185, 15);
  });

  it.each(activations.map((a) => a.spec))('agree automatically for %s', (phi) => {
    for (const x of [-2, -0.3, 0, 0.7, 1, 3]) {
      const { analytic, dual, reverse, kink } = at({ phi, x });
      expect(dual).toBeCloseTo(analytic, 13);
      if (!kink) expect(reverse).toBeCloseTo(analytic, 13);
    }
  });

  it.each(theory.finite_differences.rows)('misses by the reference’s order of magnitude at h = $h', (row) => {
    const found = at().errors.find(({ exponent }) => Number(`1e${exponent}`) === row.h)!;
    // Below 10⁻⁶ rounding decides, and another exp may round otherwise.
    const within = row.h >= 1e-5 ? 0.05 : 0.8;
    expect(Math.abs(Math.log10(found.forward / row.forward_error))).toBeLessThan(within);
    if (row.h >= 1e-3) expect(Math.abs(Math.log10(found.central / row.central_error))).toBeLessThan(0.05);
  });

  it('has its best steps where theory puts them: √ε and ∛ε', () => {
    const { errors } = at();
    expect(Math.abs(best(errors, 'forward')!.exponent + 7.8)).toBeLessThan(1);
    expect(Math.abs(best(errors, 'central')!.exponent + 5.2)).toBeLessThan(1);
  });

  it.each([1, 3, 5, 8, 12, 15])('disagree at the kink of ReLU for h = 10^-%i', (digits) => {
    const { forward, central, analytic, kink } = at({ phi: 'relu', x: 0, digits });
    expect([forward, central, analytic]).toEqual([1, 0.5, 0]);
    expect(kink).toMatchObject({ left: 0, right: 1, used: 0 });
  });
});

describe('the drawing of the lab', () => {
  const markup = (result: ReturnType<typeof lab>, width: number) =>
    draw(result, frameAt(serverDocument(), 'fig', width))
      .map((panel) => panel.svg.outerHTML)
      .join('');

  it.each(activations.map((a) => a.spec))('stays finite for %s', (phi) => {
    for (const x of [-8, 0, 3]) {
      expect(markup(at({ phi, x, count: '2', zoom: 6, digits: 15 }), 904)).not.toMatch(
        /NaN|undefined|Infinity/,
      );
    }
  });

  it('draws a function once, however often it is asked for', () => {
    const names = (values: Parameters<typeof at>[0]) => at(values).compared.map(({ spec }) => spec);
    expect(names({ phi: 'gelu', second: 'tanh', third: 'gelu', count: '2' })).toEqual(['gelu', 'tanh']);
    expect(names({ phi: 'gelu', second: 'gelu', third: 'gelu', count: '2' })).toEqual(['gelu']);
    expect(names({ phi: 'relu', second: 'tanh', third: 'gelu', count: '1' })).toEqual(['relu', 'tanh']);
  });

  it('shows what is asked for, at every width', () => {
    const keys = (show: string, width: number) =>
      draw(at({ show }), frameAt(serverDocument(), 'fig', width)).map((p) => p.key);
    expect(keys('all', 904)).toEqual(['error', 'microscope', 'functions-f', 'functions-df', 'functions-d2f']);
    expect(keys('microscope', 358)).toEqual(['microscope']);
  });

  it('says what it shows', () => {
    expect(read(at()).title).toContain('A smaller step is better only down to about 10^−8 forward');
    expect(read(at({ phi: 'relu', x: 0 })).title).toContain('give 1, 0.5 and 0');
    expect(table(at()).rows[1]![0]).toBe('dual numbers');
  });
});
