import { afterEach, describe, expect, it } from 'vitest';
import measured from '../../reference/measured.json' with { type: 'json' };
import { findActivation } from '../../src/activations/index.ts';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { bakedWidths, frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { controls } from './controls.ts';
import { draw } from './figure.ts';
import { measure, type Wish } from './measure.ts';
import { choices, flopsPerOutput, measuredBench, recordedBench, wishOf } from './model.ts';
import { recorded, recordedLayer } from './recorded.ts';
import { contestants, type Subject, subjects } from './subjects.ts';
import { read, table } from './words.ts';

const wish = wishOf(defaults(controls));
const keys: Readonly<Record<Subject, string>> = {
  copy: 'copy',
  relu: 'relu_ternary',
  leaky: 'leaky_ternary',
  hardSwish: 'hard_swish_clamp',
  elu: 'elu',
  silu: 'silu',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  geluTanh: 'gelu_tanh',
  mish: 'mish_naive',
};

describe('what was recorded', () => {
  it.each(['shuffled', 'sorted'] as const)('is the reference for %s inputs', (order) => {
    const reference = measured.cost[`${order}_inputs`] as Record<string, number>;
    for (const [subject, ns] of Object.entries(recorded[order]))
      expect(ns).toBe(reference[keys[subject as Subject]]);
    expect(recordedLayer).toBe(measured.cost.dense_layer_256_per_output_unit);
  });

  it('orders copy before sigmoid before Mish', () => {
    const { copy, sigmoid, mish } = recorded.shuffled;
    expect(copy).toBeLessThan(sigmoid!);
    expect(sigmoid).toBeLessThan(mish!);
  });

  it('counts two operations per weight', () => {
    expect(flopsPerOutput(256)).toBe(512);
    expect(recordedBench(wish).flops).toBe(512);
  });
});

describe('the loops', () => {
  const names: Partial<Record<Subject, string>> = {
    copy: 'identity',
    relu: 'relu',
    leaky: 'leaky_relu',
    hardSwish: 'hard_swish',
    elu: 'elu',
    silu: 'silu',
    sigmoid: 'sigmoid',
    tanh: 'tanh',
    geluTanh: 'gelu_tanh',
    mish: 'mish',
  };
  it.each(subjects)('compute %s, naive and stable', (subject) => {
    const x = Float64Array.from({ length: 81 }, (_, i) => (i - 40) / 4);
    const { naive, stable } = contestants[subject];
    for (const loop of [naive, stable ?? naive]) {
      const out = x.slice();
      loop(x, out);
      const { f } = findActivation(names[subject]!);
      out.forEach((value, i) => {
        expect(value).toBeCloseTo(f(x[i]!), 10);
      });
    }
  });
});

describe('measuring', () => {
  it('times every subject by the clock it is given', () => {
    let ticks = 0;
    const small: Wish = { ...wish, size: 2 ** 12, width: 16 };
    const { perElement, layer } = measure(small, [], () => ticks++, 2 ** 14);
    // One tick of a millisecond per repetition, 4 passes over 4096 numbers each.
    expect(perElement.mish).toBeCloseTo(1e6 / 4 / 4096, 9);
    expect(layer).toBeGreaterThan(0);
    expect(Object.keys(perElement)).toEqual([...subjects]);
  });
});

describe('measuring by the real clock', () => {
  it('orders copy before sigmoid before Mish', () => {
    // They differ by factors of about ten and four. A machine may stumble once, hardly in all of five medians.
    const inOrder = Array.from({ length: 5 }, (_, i) => i).some(() => {
      const { copy, sigmoid, mish } = measure(
        { ...wish, size: 2 ** 12, width: 16 },
        [],
        undefined,
        2 ** 17,
      ).perElement;
      return copy! < sigmoid! && sigmoid! < mish!;
    });
    expect(inOrder).toBe(true);
  });
});

describe('the choice of functions', () => {
  it('divides all of them by what their formulas need', () => {
    expect([...choices.arithmetic!, ...choices.transcendental!].sort()).toEqual([...choices.all!].sort());
    for (const [which, calls] of [
      ['arithmetic', false],
      ['transcendental', true],
    ] as const)
      for (const key of choices[which]!)
        expect(/Math\.(exp|log|tanh)\b/.test(String(contestants[key].naive))).toBe(calls);
  });

  it.each(Object.entries(choices))('draws and tells only what is chosen: %s', (which, keys) => {
    for (const order of ['shuffled', 'sorted'] as const) {
      const bench = recordedBench({ ...wish, order }, which);
      expect([...bench.rows, ...bench.waiting].map(({ key }) => key).sort()).toEqual([...keys].sort());
      const [panel] = draw(bench, frameAt(serverDocument(), 'fig', 390));
      expect(panel!.svg.outerHTML).not.toMatch(/NaN|undefined|0\.000/);
      if (!keys.includes('mish')) expect(JSON.stringify(read(bench))).not.toContain('Mish');
    }
  });
});

describe('the drawing of the bench', () => {
  it.each(bakedWidths.wide)('shows every bar at $width px', ({ width }) => {
    const [panel] = draw(recordedBench(wish), frameAt(serverDocument(), 'fig', width));
    expect(panel!.svg.outerHTML).not.toMatch(/NaN|undefined/);
    expect(panel!.svg.outerHTML).toContain('43.1 ns');
    const sorted = recordedBench({ ...wish, order: 'sorted' });
    expect(sorted.waiting.map(({ label }) => label)).toEqual(['ELU', 'SiLU', 'tanh', 'GELU by tanh', 'Mish']);
    const [all] = draw(sorted, frameAt(serverDocument(), 'fig', width));
    expect(all!.svg.outerHTML.match(/>not recorded/g)).toHaveLength(5);
  });

  it('says where the numbers come from, and for which settings', () => {
    expect(read(recordedBench(wish)).finding).toBe(
      'From 0.7 ns for hard-swish to 43.1 ns for Mish per element, after 0.9 ns for copying are taken off. ' +
        'One output of the layer takes 239 ns and 512 operations, against 5 of Mish. ' +
        'Recorded on the book’s machine for 65\u202f536 shuffled numbers of 64 bits, naive formulas.',
    );
    const here = measuredBench(wish, { perElement: { copy: 1, mish: 51 }, layer: 10 });
    expect(read(here).finding).toContain(
      'Measured in this browser for 65\u202f536 shuffled numbers of 64 bits',
    );
    expect(read(here).title).toContain('Mish takes 83.3 %');
    expect(read(recordedBench(wish)).title).toBe(
      'Beside a layer of 256 inputs, hard-swish takes 0.3 % of the time and Mish 15.3 %',
    );
    expect(table(recordedBench(wish)).rows.slice(-2)).toEqual([
      ['copying alone', 0, 0.9, '', 0, ''],
      ['dense layer, per output', 239, '', '', 512, ''],
    ]);
  });

  it('says what is asked for and was not recorded', () => {
    const other: Wish = { ...wish, size: 4096, precision: 32, form: 'stable' };
    expect(read(recordedBench(other)).finding).toContain(
      'Not recorded: 4096 numbers, 32 bits, and stable formulas; the button measures them here.',
    );
    expect(recordedBench(other).rows).toEqual(recordedBench(wish).rows);
  });

  it('keeps what was measured, and says for what', () => {
    const timing = { perElement: { copy: 1, sigmoid: 11, mish: 51 }, layer: 100 };
    const kept = measuredBench(wish, timing, { ...wish, precision: 32, order: 'sorted', width: 512 });
    expect(kept.rows.map(({ ns }) => ns)).toEqual([10, 50]);
    expect(kept.layer).toBe(200);
    expect(read(kept).finding).toContain('65\u202f536 shuffled numbers of 64 bits');
    expect(read(kept).finding).toContain(
      'Not measured yet: sorted inputs and 32 bits; press the button again.',
    );
    expect(read(kept).finding).toContain('200 ns, reckoned from 256 inputs');
  });

  it('takes the copying loop off, and sets the operations of layer and function against each other', () => {
    const { rows, copy } = recordedBench(wish);
    expect(copy).toBe(recorded.shuffled.copy);
    for (const { key, ns, gross, share } of rows) {
      expect(gross).toBe(recorded.shuffled[key as Subject]);
      expect(ns).toBeCloseTo(gross - 0.9, 12);
      expect(share).toBeCloseTo(ns / (ns + 239), 12);
    }
    const relu = recordedBench({ ...wish, order: 'sorted' }).rows.find(({ key }) => key === 'relu')!;
    expect(relu.ns).toBe(0);
    const sigmoid = table(recordedBench(wish)).rows.find(([label]) => label === 'sigmoid')!;
    expect(sigmoid.slice(-2)).toEqual([4, 128]);
    const [wide] = draw(recordedBench(wish), frameAt(serverDocument(), 'fig', 900));
    expect(wide!.svg.outerHTML).toContain('9.8 ns, 3.9 % of the whole, 512 : 4');
  });
});

describe('a function of the reader’s own', () => {
  const own = ownFunction('ReLU', 'min(max(0.1x, 0, x), 6)');
  let leave = (): void => undefined;
  afterEach(() => leave());

  it('stands in the recorded picture as not measured', () => {
    leave = announceOwn(own);
    const bench = recordedBench(wish);
    expect(bench.waiting.map(({ key }) => key)).toEqual([own.id]);
    expect(read(bench).finding).toContain('Not measured yet: “ReLU”; the button does it.');
    expect(table(bench).rows.at(-3)).toEqual(['ReLU', 'not measured', '', '', '', '']);
    const [panel] = draw(bench, frameAt(serverDocument(), 'fig', 390));
    expect(panel!.svg.outerHTML).toContain('yours: not measured yet');
  });

  it('is timed with the others, and has a bar in its own look', () => {
    leave = announceOwn(own);
    let ticks = 0;
    const small: Wish = { ...wish, size: 2 ** 10, width: 16 };
    const timing = measure(small, [own], () => ticks++, 2 ** 12);
    expect(timing.own).toEqual([{ id: own.id, ns: 1e6 / 4 / 1024, operations: 4 }]);
    const bench = measuredBench(small, timing);
    expect(bench.waiting).toEqual([]);
    expect(bench.rows.find(({ key }) => key === own.id)).toMatchObject({ label: 'ReLU', family: 'yours' });
    expect(read(bench).finding).toContain('“ReLU” ran as WebAssembly made from the formula.');
    const [panel] = draw(bench, frameAt(serverDocument(), 'fig', 390));
    expect(panel!.svg.outerHTML).toContain('--fn-yours');
    expect(panel!.svg.outerHTML).not.toMatch(/NaN|undefined/);
  });
});
