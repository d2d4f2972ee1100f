import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { findActivation } from '../../src/activations/index.ts';
import { sigmoidWindow, widestSigmoidWindow } from '../../src/network/theory/neuronChain.ts';
import { chain, windowsOf } from './model.ts';

const sigmoid = findActivation('sigmoid');
const facts = theory.chapter_facts.sigmoid_window_width;

describe('a chain of single units', () => {
  it('leaves exactly a quarter per layer when every unit sits at the steepest point', () => {
    // With b = −w/2 the sigmoid's own middle, a = ½, is a fixed point, and every slope is 1/4.
    const { back, factors } = chain('sigmoid', 1, -0.5, 10, 0.5);
    expect(factors).toEqual(new Array(10).fill(0.25));
    expect(10 ** back[0]!).toBeCloseTo(9.5367431640625e-7, 18);
  });

  it.each([-3, -1, 0, 0.4, 3])('never leaves more than 4^−L with weight 1, from input %s', (input) => {
    for (const b of [-12, -0.5, 0, 7]) {
      expect(chain('sigmoid', 1, b, 20, input).back[0]).toBeLessThanOrEqual(20 * Math.log10(0.25) + 1e-12);
    }
  });

  it.each(Object.entries(facts))('opens the window of the reference at |w| = %s', (w, width) => {
    expect(sigmoidWindow(Number(w))).toBeCloseTo(width, 14);
    for (const sign of [1, -1]) {
      const [window, ...more] = windowsOf(sigmoid, sign * Number(w), 0).windows;
      expect(more).toEqual([]);
      expect(window![1] - window![0]).toBeCloseTo(width, 10);
    }
  });

  it('has its widest window where the reference says', () => {
    const { w, width } = widestSigmoidWindow();
    expect(w).toBeCloseTo(6.89415103227293, 12);
    expect(width).toBeCloseTo(0.447743204694303, 13);
  });

  it('has no window below |w| = 4', () => {
    expect(windowsOf(sigmoid, 3.99, 0).windows).toEqual([]);
  });

  it.each([-2, -0.123, 0, 1.7])(
    'touches 1 in one point at |w| = 4, between samples or on one: b = %d',
    (b) => {
      const { windows, most } = windowsOf(sigmoid, 4, b);
      expect(most).toBeCloseTo(1, 14);
      expect(windows).toHaveLength(1);
      expect(windows[0]![0]).toBeCloseTo(-b / 4, 5);
      expect(windows[0]![1]).toBeCloseTo(-b / 4, 5);
    },
  );

  it('gives the slope of the chain, by nudging its input', () => {
    const { back } = chain('tanh', 1.7, 0.2, 6, 0.3);
    const send = (x: number) => {
      let a = x;
      for (let l = 0; l < 6; l++) a = Math.tanh(1.7 * a + 0.2);
      return a;
    };
    expect(10 ** back[0]!).toBeCloseTo(Math.abs(send(0.3 + 1e-6) - send(0.3 - 1e-6)) / 2e-6, 8);
  });

  it('reports a dead chain as exactly nothing', () => {
    expect(chain('relu', 1, -5, 4, 0).back[0]).toBe(Number.NEGATIVE_INFINITY);
  });
});
