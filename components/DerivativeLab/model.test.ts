import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { activations } from '../../src/activations/index.ts';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { controls } from './controls.ts';
import { draw } from './figure.ts';
import { lab } from './model.ts';
import { best, shapeOf } from './shape.ts';
import { read, table } from './words.ts';

const start = defaults(controls);
const at = (change: Partial<typeof start> = {}) => lab({ ...start, ...change });

describe('a function without a value', () => {
  it.each([
    ['0/0', 1],
    ['log(x)', -2],
  ])('f(x) = %s has no slope at %d, by no way', (formula, x) => {
    const own = ownFunction('mine', formula);
    const leave = announceOwn(own);
    const result = at({ phi: own.id, x });
    expect([result.analytic, result.dual, result.reverse]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(read(result).title).toBe(`mine has no slope at ${String(x).replace('-', '−')}`);
    expect(read(result).description).toContain('There is no tangent.');
    for (const panel of draw(result, frameAt(serverDocument(), 'fig', 904)))
      expect(panel.svg.outerHTML).not.toMatch(/NaN|Infinity/);
    leave();
  });
});

describe('a slope that is infinite', () => {
  it.each([
    ['log(x)', 'mine has no slope at 0', 'There is no tangent.'],
    ['1/x', 'mine has no slope at 0', 'There is no tangent.'],
    ['sqrt(x)', 'mine has no finite slope at 0', 'The tangent is upright.'],
    ['cbrt(x)', 'mine has no finite slope at 0', 'The tangent is upright.'],
  ])('is neither a jump nor exact: f(x) = %s', (formula, title, tangent) => {
    const own = ownFunction('mine', formula);
    const leave = announceOwn(own);
    const result = at({ phi: own.id, x: 0 });
    expect(read(result).title).toBe(title);
    expect(`${read(result).finding} ${read(result).description}`).not.toMatch(/At 0 mine|level of rounding/);
    expect(read(result).description).toContain(tangent);
    for (const panel of draw(result, frameAt(serverDocument(), 'fig', 904)))
      expect(panel.svg.outerHTML).not.toMatch(/NaN|Infinity/);
    leave();
  });
});

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

  it.each(theory.finite_differences.rows)('misses by as much as the reference at h = $h', (row) => {
    const found = at().errors.find(({ exponent }) => Number(`1e${exponent}`) === row.h)!;
    // Rounding errors are chance, up to 2ε/h whatever the exp: truncation has to agree.
    const chance = (4 * Number.EPSILON) / row.h;
    for (const [kind, want] of [
      ['forward', row.forward_error],
      ['central', row.central_error],
    ] as const) {
      expect(Math.abs(found[kind] - want)).toBeLessThan(chance + 0.01 * want);
      expect(Math.abs(Math.log10(found[kind] / want))).toBeLessThan(0.8);
    }
  });

  it('has its best steps where theory puts them: √ε and ∛ε', () => {
    const { errors } = at();
    const { forward_h, central_h } = theory.finite_differences.rule_of_thumb;
    expect(Math.abs(best(errors, 'forward')!.exponent - Math.log10(forward_h))).toBeLessThan(1);
    expect(Math.abs(best(errors, 'central')!.exponent - Math.log10(central_h))).toBeLessThan(1);
  });

  it.each([1, 3, 5, 8, 12, 15])('disagree at the kink of ReLU for h = 10^-%i', (digits) => {
    const { forward, central, analytic, kink } = at({ phi: 'relu', x: 0, digits });
    expect([forward, central, analytic]).toEqual([1, 0.5, 0]);
    expect(kink).toMatchObject({ left: 0, right: 1, used: 0 });
  });

  it.each([
    ['sigmoid', 1, 'V', 'V'],
    ['sigmoid', 0, 'V', 'V'],
    ['softsign', 0, 'falls', 'falls'],
    ['elu', 0, 'level', 'falls'],
    ['hard_swish', 0, 'falls', 'level'],
    ['relu', 1, 'rises', 'rises'],
    ['relu', -1, 'level', 'level'],
    ['squared_relu', 2, 'V', 'rises'],
    ['gaussian', 0, 'falls', 'level'],
    ['gelu', -6, 'V', 'V'],
  ] as const)('go with the step of %s at %d as %s forward and %s central', (phi, x, forward, central) => {
    const result = at({ phi, x });
    expect([shapeOf(result, 'forward'), shapeOf(result, 'central')]).toEqual([forward, central]);
  });

  it.each(activations.map((a) => a.spec))('of %s are called exact only where they are', (phi) => {
    for (const x of [-8, -3, -1.5, -0.75, 0, 0.5, 1, 2, 6]) {
      const result = at({ phi, x });
      for (const kind of ['forward', 'central'] as const) {
        const errors = result.errors.map((row) => row[kind]);
        const shape = shapeOf(result, kind);
        if (result.kink || shape === 'V') continue;
        // No V: the largest step, or the smallest, is as good as any up to a few roundings.
        const end = shape === 'falls' ? errors.at(-1)! : errors[0]!;
        expect(end).toBeLessThan(Math.max(20 * Math.min(...errors), 1e-13 * (1 + Math.abs(x) ** 2)));
      }
    }
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
    const title = (phi: string, x: number) => read(at({ phi, x })).title;
    expect(title('sigmoid', 1)).toContain('A smaller step is better only down to about 10^−8 forward');
    expect(title('sigmoid', 0)).toMatch(/better only down to about 10\^−\d, forward and central alike/);
    expect(title('softsign', 0)).toBe('Both differences of softsign at 0 are better with every smaller step');
    expect(title('hard_swish', 0)).toBe(
      'For hard-swish at 0 the forward difference is better with every smaller step, the central one exact up to rounding at every step',
    );
    expect(title('relu', 1)).toBe('Both differences of ReLU at 1 are worse with every smaller step');
    expect(title('relu', 0)).toContain('give 1, 0.5 and 0');
    expect(title('step', 0)).toContain('At the jump of step');
  });

  it('tells of the functions where only they are drawn', () => {
    const beside = read(at({ show: 'functions', phi: 'relu', second: 'identity', count: '1', x: 2 }));
    expect(beside.title).toBe('ReLU and identity, with slope and curvature');
    expect(beside.finding).toBe(
      'At x = 2 ReLU has f = 2, f′ = 1, f″ = 0; identity has f = 2, f′ = 1, f″ = 0.'.replaceAll(
        / = (?!2 R)/g,
        '\u00a0=\u00a0',
      ),
    );
    const kink = read(at({ show: 'functions', phi: 'relu', x: 0 }));
    expect(kink.finding).toContain('slope 0 from the left and 1 from the right');
  });

  it('gives the derivative in five ways, in words and numbers', () => {
    expect(read(at()).finding).toBe(
      'φ′ is 0.196612 for sigmoid at 1. Dual numbers 0.196612, reverse mode 0.196612; forward difference 0.196611, central 0.196612 with h = 10^−5.',
    );
    expect(
      table(at())
        .rows.slice(0, 5)
        .map(([way]) => way),
    ).toEqual(['analytic', 'dual numbers', 'reverse mode', 'forward, h = 10^−5', 'central, h = 10^−5']);
  });

  it('tells the slopes on both sides of a kink, and the convention', () => {
    const kink = at({ phi: 'relu', x: 0 });
    expect(read(kink).finding).toContain(
      'At 0 ReLU has slope 0 from the left and 1 from the right; the convention takes 0.',
    );
    expect(table(kink).rows).toContainEqual(['slope from the right', 1, 1]);
    expect(table(kink).rows[0]).toEqual(['analytic, by convention', 0, 0]);
    expect(read(at({ phi: 'step', x: 0 })).finding).toContain(
      'step jumps from 0 to 1, with slope 0 from the left and 0 from the right',
    );
  });

  it('describes each of the three plots by its own curves, and the chords by their slopes', () => {
    const described = (key: string, values: Parameters<typeof at>[0]) =>
      draw(at(values), frameAt(serverDocument(), 'fig', 904))
        .find((panel) => panel.key === key)!
        .svg.querySelector('desc')!.textContent;
    expect(described('functions-df', {})).toContain(
      'sigmoid: 0.00665 at −5, rises to 0.25 at 0, 0.00665 at 5',
    );
    expect(described('functions-d2f', { phi: 'relu' })).toContain('ReLU: 0 throughout');
    expect(described('microscope', { phi: 'relu', x: 0, digits: 1 })).toContain(
      'that of the forward difference has slope 1, that of the central one 0.5',
    );
  });

  it.each([
    [1, 0],
    [5, 0],
    [5, 4],
    [15, 6],
  ])('names the chords for h = 10^-%i at half-width 10^-%i only where they are drawn', (digits, zoom) => {
    const microscope = draw(at({ digits, zoom }), frameAt(serverDocument(), 'fig', 904))[1]!.svg;
    const drawn = microscope.querySelectorAll('[stroke-dasharray="2,4"], [stroke-dasharray="8,4"]').length;
    const labels = [...microscope.querySelectorAll('text')].filter((text) =>
      /^(forward|central) /.test(text.textContent!),
    );
    expect(labels).toHaveLength(drawn);
    expect(/with two chords/.test(microscope.querySelector('desc')!.textContent!)).toBe(drawn === 2);
  });

  it('keeps every point inside its frame, every name whole, and every exponent raised', () => {
    const wild = at({ phi: 'squared_relu', x: 8, second: 'hard_swish', zoom: 6, digits: 15 });
    for (const width of [288, 358, 904]) {
      const [error, microscope, f] = draw(wild, frameAt(serverDocument(), 'fig', width));
      const heights = [...error!.svg.outerHTML.matchAll(/cy="([-\d.]+)"/g)].map(([, y]) => Number(y));
      expect(Math.min(...heights)).toBeGreaterThan(0);
      expect(microscope!.axisNote).toContain('in units of 10⁻⁶');
      expect(f!.svg.outerHTML).toMatch(/>squared ReLU<.*>hard-swish</);
    }
  });
});
