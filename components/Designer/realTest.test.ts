import { describe, expect, it } from 'vitest';
import measured from '../../reference/measured.json' with { type: 'json' };
import { activationFromFormula } from '../../src/activations/formula/index.ts';
import { findActivation } from '../../src/activations/index.ts';
import { realTest, trainings } from './realTest.ts';

const reference = (act: string) => measured.gain.rows.find((row) => row.act === act)!;

describe('the real test', () => {
  // One function that learns, one that does not and one that is typed, as another library found them with other numbers.
  it('teaches tanh the digits as well as the reference did', async () => {
    const { sigma_w2, test_acc_mean } = reference('tanh');
    const { mean, deviation, accuracies } = await realTest(findActivation('tanh'), sigma_w2);
    expect(accuracies).toHaveLength(3);
    expect(Math.abs(mean - test_acc_mean)).toBeLessThan(0.025);
    expect(deviation).toBeLessThan(0.03);
  });

  it('leaves sigmoid at chance', async () => {
    const done: number[] = [];
    const { sigma_w2, test_acc_mean } = reference('sigmoid');
    const { mean } = await realTest(findActivation('sigmoid'), sigma_w2, (n) => done.push(n));
    expect(test_acc_mean).toBeLessThan(0.2);
    expect(mean).toBeLessThan(0.2);
    expect(done).toEqual(Array.from({ length: trainings }, (_, i) => i + 1));
  });

  it('teaches a formula what it teaches the same function of the book', async () => {
    const { sigma_w2, test_acc_mean } = reference('relu');
    const { mean } = await realTest(activationFromFormula('max(0, x)'), sigma_w2);
    expect(Math.abs(mean - test_acc_mean)).toBeLessThan(0.025);
  });
});
