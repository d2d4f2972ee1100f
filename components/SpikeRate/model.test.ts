import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { findActivation, readerActivations } from '../../src/activations/index.ts';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { type Cell, exactRate, simulate } from './cell.ts';
import { counted, spikeRate } from './model.ts';
import { fit, overlaid } from './overlays.ts';

const cell: Cell = { tau: 20, refractory: 2, noise: 0, seed: 1 };
const count = (input: number, change: Partial<Cell> = {}) =>
  simulate(input, { ...cell, ...change }).spikes.length;

describe('the exact rate', () => {
  it('agrees with the reference values', () => {
    for (const [input, hertz] of Object.entries(theory.lif.rate_hz)) {
      expect(exactRate(Number(input), cell)).toBeCloseTo(hertz, 10);
    }
  });

  it('is zero up to the threshold and stays below 1/t_ref', () => {
    expect([0, 0.5, 0.9, 1].map((i) => exactRate(i, cell))).toEqual([0, 0, 0, 0]);
    expect(exactRate(1e6, cell)).toBeLessThan(500);
    expect(exactRate(1e6, cell)).toBeGreaterThan(499);
  });
});

describe('the simulated cell', () => {
  it('fires as often as measured, in one second at a step of 0.05 ms', () => {
    expect([1.1, 1.5, 2, 5, 10].map((input) => count(input))).toEqual([20, 41, 63, 154, 241]);
  });

  it('never fires below its threshold without noise, and does with it', () => {
    expect(count(0.9)).toBe(0);
    expect(count(0.9, { noise: 0.5 })).toBeGreaterThan(5);
  });

  it('keeps the refractory period between spikes', () => {
    const { spikes } = simulate(10, { ...cell, noise: 1, refractory: 5 });
    const gaps = spikes.slice(1).map((t, i) => t - spikes[i]!);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5);
  });

  it('repeats itself for the same seed and not for another', () => {
    const noisy = { ...cell, noise: 0.3 };
    expect(simulate(1.2, noisy).spikes).toEqual(simulate(1.2, noisy).spikes);
    expect(simulate(1.2, { ...noisy, seed: 2 }).spikes).not.toEqual(simulate(1.2, noisy).spikes);
  });

  it('gives the voltage the standard deviation the noise names, where nothing fires', () => {
    const { voltage, spikes } = simulate(0, { ...cell, noise: 0.2, tau: 5 });
    const settled = [...voltage.subarray(1000)];
    const mean = settled.reduce((a, b) => a + b) / settled.length;
    const sd = Math.sqrt(settled.reduce((s, v) => s + (v - mean) ** 2, 0) / settled.length);
    expect(spikes).toEqual([]);
    expect(sd).toBeGreaterThan(0.17);
    expect(sd).toBeLessThan(0.23);
  });
});

describe('the overlays', () => {
  it('have the height that no neighbouring height beats', () => {
    const { height, error } = fit('relu', cell);
    const at = (h: number) =>
      Math.sqrt(
        Array.from({ length: 201 }, (_, i) => i / 20)
          .map((x) => (exactRate(x, cell) - h * Math.max(0, x - 1)) ** 2)
          .reduce((a, b) => a + b) / 201,
      );
    expect(error).toBeCloseTo(at(height), 10);
    expect(at(height * 1.01)).toBeGreaterThan(error);
    expect(at(height * 0.99)).toBeGreaterThan(error);
  });

  it('come with a count for each input of the list', () => {
    const { counts } = spikeRate(2, cell);
    expect(counts.map(([input]) => input)).toEqual([...counted]);
    expect(counts.find(([input]) => input === 2)).toEqual([2, 63]);
  });

  it('counts anew when the cell changes, and only then', () => {
    const calm = spikeRate(2, cell).counts;
    expect(spikeRate(3, { ...cell }).counts).toBe(calm);
    expect(spikeRate(3, { ...cell, tau: 10 }).counts).not.toEqual(calm);
    expect(spikeRate(3, { ...cell, noise: 0.5, seed: 2 }).counts).not.toEqual(
      spikeRate(3, { ...cell, noise: 0.5 }).counts,
    );
  });
});

describe('the reader’s own functions', () => {
  const announce = (formulas: readonly string[]) =>
    formulas.map((formula, i) => announceOwn(ownFunction(`own ${i}`, formula)));

  it('lie over the curve, but for those without a value', () => {
    const leave = announce(['max(0, x)', 'sqrt(x)', '0']);
    const { overlays, without } = spikeRate(2, cell);
    expect(overlays).toHaveLength(overlaid.length + 1);
    expect(overlays.at(-1)).toMatchObject({
      height: fit('relu', cell).height,
      error: fit('relu', cell).error,
    });
    expect(without.map(({ label }) => label)).toEqual(['own 1', 'own 2']);
    for (const end of leave) end();
  });

  it('lie there unasked when they are new, and chosen when they are old', () => {
    const leave = announce(['x', 'x^3', 'x^5', 'x^7', 'x^9']);
    const labels = (chosen: string) => {
      const { overlays, older } = spikeRate(2, cell, chosen);
      return [overlays.slice(3), older].map((list) => list.map(({ spec }) => findActivation(spec).label));
    };
    expect(labels('relu')).toEqual([
      ['own 2', 'own 3', 'own 4'],
      ['own 0', 'own 1'],
    ]);
    expect(labels(readerActivations()[0]!.spec)).toEqual([['own 2', 'own 3', 'own 4', 'own 0'], ['own 1']]);
    expect(labels('tanh')[0]).toEqual(['own 2', 'own 3', 'own 4', 'tanh']);
    for (const end of leave) end();
  });

  it('are fitted at any size', () => {
    const [leave] = announce(['1e200 max(0, x)']);
    const [own, book] = [spikeRate(2, cell).overlays.at(-1)!, fit('relu', cell)];
    expect(own.error).toBeCloseTo(book.error, 8);
    expect(own.height * 1e200).toBeCloseTo(book.height, 8);
    leave!();
  });
});
