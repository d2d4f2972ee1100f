import { describe, expect, it } from 'vitest';
import { frameAt } from '../figure/panels.ts';
import { serverDocument } from '../figure/serverDocument.ts';
import { lossChart } from './lossChart.ts';
import type { Snapshot } from './spec.ts';
import { lossOf, sayDivergences, sayOf, sayWhen, sayWhose, standing } from './trained.ts';

const score = (loss: number) => ({ loss, right: 50 });
const marks = (losses: readonly (readonly number[])[]) =>
  losses.map((row, k) => ({ step: 10 * k, train: row.map(score), heldOut: [] }));

/** Five starts over 40 steps; some of them broke off at these steps. */
function course(
  broken: Readonly<Record<number, number>>,
  losses = marks([
    [1, 1, 1, 1, 1],
    [0.7, 0.6, 0.5, 0.4, 5e4],
    [0.6, 0.5, 0.4, 0.3, 0.2],
  ]),
): Snapshot {
  const divergences = Object.entries(broken).map(([start, step]) => ({
    start: Number(start),
    step,
    layer: 2,
    cause: 'the output of unit 3 is ∞; it grew',
  }));
  const last = { ...losses.at(-1)!, step: 40 };
  return { ...last, history: losses, logits: new Float32Array(), layers: [], divergences };
}

const draw = (snapshot: Snapshot): SVGElement =>
  lossChart(
    frameAt(serverDocument(), 'fig', 430),
    { snapshot, steps: 40, height: 240, line: 'red', text: 'red' },
    { title: 'Loss', description: 'Loss' },
  );
const texts = (snapshot: Snapshot): string[] =>
  [...draw(snapshot).querySelectorAll('text')].map((text) => text.textContent ?? '');

describe('the chart of the loss', () => {
  it('has one label however many starts broke off', () => {
    expect(texts(course({ 0: 17, 2: 23, 4: 31 })).filter((t) => t.includes('broke off'))).toEqual([
      '3 of 5 broke off, first at step 17',
    ]);
    expect(texts(course({ 3: 20 }))).toContain('1 of 5 broke off, at step 20');
    expect(texts(course({})).join()).not.toContain('broke off');
    expect(texts(course({ 0: 4 }, marks([[1], [1]])))).toContain('broke off at step 4');
  });

  it('marks where a curve is off the scale, and only there', () => {
    expect(texts(course({}))).toContain('off the scale');
    expect(texts(course({}, marks([[0.7], [0.6], [0.5]])))).not.toContain('off the scale');
    expect(draw(course({})).outerHTML).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('stops a line where its start broke off', () => {
    const paths = (snapshot: Snapshot) =>
      draw(snapshot).querySelectorAll('path[stroke-width="0.75"], g[stroke-width="0.75"] path');
    expect(paths(course({ 0: 17 }))).toHaveLength(5);
    expect(draw(course({ 0: 2, 1: 2, 2: 2, 3: 2, 4: 2 })).outerHTML).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('the words of a course', () => {
  it('leave out of the mean what broke off, and say so', () => {
    const now = standing(course({ 0: 17, 2: 23 }));
    expect(now.train.map(({ loss }) => loss)).toEqual([0.5, 0.3, 0.2]);
    expect(sayWhose(now)).toBe('mean ± standard deviation of 3 of 5 random starts; 2 broke off');
    expect(sayWhen(course({ 0: 17, 2: 23 }))).toBe('After 40 steps');
    expect(sayWhose(standing(course({})))).toBe('mean ± standard deviation of 5 random starts');
    expect(sayWhose(standing(course({ 0: 9, 1: 9, 2: 9, 3: 9 })))).toBe(
      'the one of 5 random starts that did not break off',
    );
  });

  it('do not say that a course went on when no start is left', () => {
    expect(sayWhen(course({ 0: 4 }, marks([[1], [1]])))).toBe('Training stopped at step 4. Just before');
    const all = course({ 0: 9, 1: 5, 2: 9, 3: 9, 4: 9 });
    expect(sayWhen(all)).toBe('All 5 random starts stopped, the first at step 5. Just before, start 1');
    expect(sayWhose(standing(all))).toBe('');
    expect(standing(all).train).toHaveLength(1);
  });

  it('tell two causes in full and the steps of the rest', () => {
    expect(sayDivergences(course({ 0: 17, 1: 1200, 4: 31 }))).toBe(
      ' Start 1 of 5 broke off at step 17 in layer 2: the output of unit 3 is ∞; it grew. The picture shows it just before.' +
        ' Start 2 of 5 broke off at step 1200 in layer 2: the output of unit 3 is ∞; it grew. So did start 5 at step 31.',
    );
  });

  it('keep the spread of what has blown up', () => {
    expect(sayOf(lossOf([3.2e17, 3.0e17].map(score)), 2, 3)).toBe('(3.1 ± 0.1) × 10^17');
    expect(sayOf(lossOf([12345].map(score)), 1, 3)).toBe('1.2 × 10^4');
    expect(sayOf(lossOf([9999, 9997].map(score)), 2)).toBe('9998.0 ± 1.0');
    expect(sayOf(lossOf([Number.NaN].map(score)), 1)).toBe('—');
  });
});
