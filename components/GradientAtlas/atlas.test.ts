import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import measured from '../../reference/measured.json' with { type: 'json' };
import theory from '../../reference/theory.json' with { type: 'json' };
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { atlas } from './atlas.ts';
import { draw } from './figure.ts';
import { measure, predicted, variances } from './measure.ts';
import record from './record.json' with { type: 'json' };
import { TwelveTable } from './TwelveTable.tsx';
import { twelve } from './twelve.ts';
import { read, table, worstGap } from './words.ts';

/** (M): within 0.15 decades of theory; GELU and its kin at variance 2 within 0.6, since their q is unstable there. */
const shaky = ['gelu', 'silu', 'hard_swish', 'mish', 'softplus'];
const allowed = (spec: string, column: number) => (column === 2 && shaky.includes(spec) ? 0.6 : 0.15);

describe('the record', () => {
  const lines = Object.entries(record).flatMap(([spec, three]) =>
    three.map((line, column) => ({ spec, column, ...line })),
  );

  it.each(lines)('of $spec in column $column stays near theory', ({ spec, column, mean, networks }) => {
    expect(networks).toBe(10);
    const exact = predicted(spec, variances[column]!);
    expect(mean).toHaveLength(20);
    expect(Math.abs(mean[0]! - exact[0]!)).toBeLessThanOrEqual(allowed(spec, column));
  });

  it.each(lines)('of $spec in column $column holds the theory', ({ spec, column, theory: kept }) => {
    predicted(spec, variances[column]!).forEach((value, l) => {
      expect(kept[l]).toBeCloseTo(value, 2.9);
    });
  });

  it('is what measuring gives again', async () => {
    const again = await measure('relu', 1);
    for (const [column, { mean, theory: exact }] of again.entries()) {
      const { spread, mean: kept } = record.relu[column]!;
      expect(Math.abs(mean[0]! - kept[0]!)).toBeLessThan(4 * spread);
      expect(exact.at(-1)).toBe(0);
    }
  });
});

describe('the table of twelve', () => {
  const keys = ['pytorch_linear_default', 'xavier_or_lecun', 'he'] as const;
  const named = (spec: string) => spec.replace('(negativeSlope=0.2)', '_0.2');

  it.each(twelve)('predicts %s as the reference does', (spec, ratios) => {
    const rows = (theory.mean_field.table as Record<string, Record<string, unknown>>)[named(spec)]!;
    ratios.forEach(([value], column) => {
      const { finite_depth } = rows[keys[column]!] as {
        finite_depth: { log10_ratio_delta1_over_deltaL: { 20: number } };
      };
      expect(value).toBeCloseTo(finite_depth.log10_ratio_delta1_over_deltaL[20], 2.9);
    });
  });

  it.each(twelve)('quotes the measurement of %s', (spec, ratios) => {
    ratios.forEach(([exact, mean, deviation], column) => {
      const row = measured.gradients.rows.find(
        (r) =>
          r.act === named(spec) &&
          Math.abs(r.sw2 - variances[column]!) < 1e-3 &&
          r.L === 20 &&
          r.N === 256 &&
          r.from_layer === 1 &&
          !('norm' in r),
      )!;
      expect(mean).toBeCloseTo(row.log10_ratio_mean, 1.9);
      expect(deviation).toBeCloseTo(row.log10_ratio_sd, 1.9);
      expect(Math.abs(mean - exact)).toBeLessThanOrEqual(allowed(spec, column));
    });
  });
});

describe('the drawing of the atlas', () => {
  it('shows four pictures on one scale, and measures what is not recorded', async () => {
    const result = await atlas('selu');
    expect(result[3]!.lines[0]!.networks).toBe(3);
    for (const width of [358, 904]) {
      const panels = draw(result, frameAt(serverDocument(), 'fig', width));
      expect(panels.map((p) => p.heading)).toEqual(['sigmoid', 'tanh', 'ReLU', 'SELU']);
      expect(panels.map((p) => p.svg.outerHTML).join('')).not.toMatch(/NaN|undefined/);
    }
    expect(worstGap(result)).toBeLessThan(0.2);
    expect(read(result).finding).toContain('SELU changes the gradient by');
    expect(read(result).finding).toContain(
      'What is shown of SELU was measured just now, with 3 networks instead of 10.',
    );
    expect(read(await atlas('gelu')).finding).not.toContain('just now');
    expect(table(result).rows).toHaveLength(12);
  });

  it.each(['tan(x)', 'log(x)'])('draws no theory of %s, whose averages do not exist', async (formula) => {
    const own = ownFunction('wild', formula);
    const leave = announceOwn(own);
    const result = await atlas(own.id);
    const [said, pictures] = [read(result), draw(result, frameAt(serverDocument(), 'fig', 904))];
    const rows = table(result).rows.slice(9);
    const shown = render(h(TwelveTable, { result }));
    leave();
    expect(result[3]!.lines.map(({ theory: line }) => line)).toEqual([[], [], []]);
    expect(said.title).not.toContain('foresees the gradients of real networks');
    expect(said.finding).toContain('No theory: the averages of the function do not exist');
    expect(rows.map((row) => row[4])).toEqual(['–', '–', '–']);
    expect(shown.match(/<b>–<\/b>/g)).toHaveLength(3);
    expect(pictures[3]!.svg.querySelectorAll('g[stroke="var(--ink)"] path')).toHaveLength(0);
    expect(pictures[2]!.svg.querySelectorAll('g[stroke="var(--ink)"] path')).toHaveLength(3);
    expect(`${said.finding} ${said.description}`).not.toMatch(/undefined|NaN/);
  });

  it('draws theory of exp(x²/5) only where its lengths stay below 5/4', async () => {
    const own = ownFunction('bowl', 'exp(x^2/5)');
    const leave = announceOwn(own);
    const result = await atlas(own.id);
    const [said, pictures] = [read(result), draw(result, frameAt(serverDocument(), 'fig', 904))];
    const rows = table(result).rows.slice(9);
    leave();
    expect(result[3]!.lines.map(({ theory: line }) => line.length)).toEqual([20, 0, 0]);
    expect(said.finding).toContain(
      'No theory at Xavier 1 and He 2: the averages of the function do not exist there',
    );
    expect(rows.map((row) => row[4])).toEqual([expect.any(Number), '–', '–']);
    expect(pictures[3]!.svg.querySelectorAll('g[stroke="var(--ink)"] path')).toHaveLength(1);
    expect(`${said.title} ${said.finding} ${said.description}`).not.toMatch(/undefined|NaN/);
  });

  it('does not say of what has no value that it blows up', async () => {
    const own = ownFunction('holed', 'log(x)');
    const leave = announceOwn(own);
    const result = await atlas(own.id);
    expect(read(result).title).toBe('The gradient of holed has no value after twenty layers');
    expect(read(result).finding).toContain('at PyTorch ⅓ it has no value, at Xavier 1 it has no value');
    const { outerHTML } = draw(result, frameAt(serverDocument(), 'fig', 904))[3]!.svg;
    expect(outerHTML).toContain('He 2: no value');
    expect(outerHTML).not.toMatch(/NaN|undefined|Infinity/);
    leave();
  });

  it('says what runs away, and names it at the edge', async () => {
    const result = await atlas('squared_relu');
    expect(read(result).title).toBe(
      'squared ReLU runs away: within twenty layers its gradient dies or blows up',
    );
    expect(read(result).finding).toContain(
      'from layer 20 to layer 1: at PyTorch ⅓ nothing is left, at Xavier 1 it blows up, at He 2 it blows up.',
    );
    const rows = table(result).rows.slice(9);
    expect(rows.map((row) => row.slice(1, 4))).toEqual([
      ['1/3', 'nothing', '–'],
      ['1', 'blows up', '–'],
      ['2', 'blows up', '–'],
    ]);
    const said = `${read(result).finding} ${read(result).description} ${JSON.stringify(rows)}`;
    expect(said).not.toMatch(/undefined|NaN|∞|null/);
    for (const width of [358, 904]) {
      const pictures = draw(result, frameAt(serverDocument(), 'fig', width)).map((p) => p.svg.outerHTML);
      expect(pictures.join('')).not.toMatch(/NaN|undefined|Infinity/);
      const heights = ['PyTorch ⅓: nothing', 'Xavier 1: blows up'].map((name) =>
        Number(new RegExp(`y="([\\d.]+)"[^>]*>${name}`).exec(pictures[3]!)![1]),
      );
      expect(heights[0]).toBeGreaterThan(heights[1]! + 100);
    }
    expect(read(await atlas('step')).title).toBe('Nothing comes back through twenty layers of step');
  });
});
