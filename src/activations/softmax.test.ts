import { describe, expect, test } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { sigmoid } from './index.ts';
import {
  logSoftmax,
  logSumExp,
  softmax,
  softmaxBackward,
  softmaxEntropy,
  softmaxJacobian,
  softmaxRecord,
} from './softmax.ts';

function expectClose(got: ArrayLike<number>, want: readonly number[], relative = 1e-14) {
  expect(got.length).toBe(want.length);
  want.forEach((value, i) => {
    expect(Math.abs(got[i]! - value)).toBeLessThanOrEqual(relative * Math.abs(value) + 1e-300);
  });
}

describe('softmax', () => {
  for (const { logits, T, p, logsumexp, log_p, entropy_nats, ...more } of theory.softmax.cases) {
    test(`of [${logits}] at temperature ${T} agrees with the reference`, () => {
      expectClose(softmax(logits, T), p);
      expectClose(logSoftmax(logits, T), log_p);
      expectClose([logSumExp(logits, T)], [logsumexp]);
      expectClose([softmaxEntropy(logits, T)], [entropy_nats]);
      if ('jacobian' in more && more.jacobian) {
        expectClose(softmaxJacobian(softmax(logits, T), T), more.jacobian.flat(), 1e-13);
      }
    });
  }

  test('of two logits is the sigmoid of their difference', () => {
    for (const d of [-40, -2, 0, 0.3, 5]) expectClose([softmax([d, 0])[0]!], [sigmoid.f(d)]);
    expectClose([softmax([2, 0])[0]!], [theory.softmax.facts.softmax_2_0_first]);
  });

  test('keeps the logarithm of a probability close to 1', () => {
    // ln p = −ln(1 + e^{−50}); 1 + e^{−50} rounds to 1.
    expectClose([logSoftmax([50, 0])[0]!], [-Math.exp(-50)]);
  });

  test('gives a masked class probability 0 and survives logits at the ends of the range', () => {
    expect([...softmax([1, -Infinity, 1])]).toEqual([0.5, 0, 0.5]);
    expect([...softmax([Number.MAX_VALUE, -Number.MAX_VALUE])]).toEqual([1, 0]);
    expect(softmaxEntropy([1, -Infinity])).toBe(0);
  });

  test('gradient agrees with the Jacobian and with finite differences', () => {
    const logits = [0.3, -1.2, 2, 0.7];
    const upstream = [1, -2, 0.5, 3];
    for (const T of [0.5, 1, 3]) {
      const p = softmax(logits, T);
      const gradient = softmaxBackward(p, upstream, T);
      const jacobian = softmaxJacobian(p, T);
      logits.forEach((_, j) => {
        const product = upstream.reduce((sum, u, i) => sum + u * jacobian[i * 4 + j]!, 0);
        const loss = (h: number) =>
          softmax(
            logits.map((x, k) => (k === j ? x + h : x)),
            T,
          ).reduce((sum, pi, i) => sum + pi * upstream[i]!, 0);
        expect(gradient[j]).toBeCloseTo(product, 14);
        expect(gradient[j]).toBeCloseTo((loss(1e-5) - loss(-1e-5)) / 2e-5, 9);
      });
    }
  });

  test('stretches no direction by more than its Lipschitz constant', () => {
    const stretch = (p: readonly number[]) => {
      let v = p.map((_, i) => i + 1 - p.length / 2);
      let norm = 0;
      const jacobian = softmaxJacobian(p);
      for (let step = 0; step < 200; step++) {
        const next = v.map((_, i) => v.reduce((sum, vj, j) => sum + jacobian[i * p.length + j]! * vj, 0));
        norm = Math.hypot(...next);
        v = next.map((x) => x / norm);
      }
      return norm;
    };
    expect(stretch([0.5, 0.5])).toBeCloseTo(softmaxRecord.lipschitz, 12);
    expect(stretch([0.2, 0.7, 0.1])).toBeLessThan(softmaxRecord.lipschitz);
    expect(stretch([0.45, 0.45, 0.1])).toBeLessThan(softmaxRecord.lipschitz);
  });

  test('says what is wrong with its input', () => {
    expect(() => softmax([])).toThrow('invalid logits: none; expected at least one');
    expect(() => softmax([1], 0)).toThrow('invalid temperature: 0; expected a finite number above 0');
    expect(() => softmax([1, Number.NaN])).toThrow(
      'invalid logit: NaN; expected a finite number or -Infinity',
    );
    expect(() => softmax([-Infinity])).toThrow('invalid logits: all -Infinity; expected a finite one');
    expect(() => softmaxBackward([1], [1, 2])).toThrow('invalid length of upstream: 2; expected 1');
  });
});
