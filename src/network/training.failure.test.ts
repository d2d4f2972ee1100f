import { describe, expect, it } from 'vitest';
import { findActivation } from '../activations/index.ts';
import { mlp } from './mlp.ts';
import { Network } from './network.ts';
import { collect, options, pacing, tanh } from './testing/xorTraining.ts';
import { train } from './training.ts';

describe('a run that blows up', () => {
  it('says at which step, in which layer and why, and ends', async () => {
    const relu = findActivation('relu');
    const optimizer = { type: 'sgd', learningRate: 1e80 } as const;
    const training = train(options({ ...pacing(), optimizer }, { activation: relu }));
    const snapshots = await collect(training);
    const { status, failure, losses } = snapshots.at(-1)!;
    expect(status).toBe('failed');
    expect(losses.every(Number.isFinite)).toBe(true);
    expect(failure!.message).toMatch(
      /^step \d+: non-finite layer [123] [a-z ]+ \[\d+(, \d+)?\] of shape [\d × ]+: -?(NaN|Infinity); /,
    );
    expect(failure!.step).toBeGreaterThan(1);
    expect(training.network.parameters.every(Number.isFinite)).toBe(true);
    expect(training.advance(5)).toMatchObject({ status: 'failed', losses: [] });
  });

  it('names the layer whose pre-activation overflowed, even where ReLU would hide it', () => {
    const network = new Network(mlp({ sizes: [1, 2, 1], activation: findActivation('relu') }));
    network.tensors[0]!.weight.set([-1e200, 1]);
    expect(() => network.forward(Float64Array.of(1, 1e150))).toThrow(
      'non-finite layer 1 preactivation [1, 0] of shape 2 × 2: -Infinity; the numbers grew beyond the largest float64',
    );
  });

  it('names a parameter that is not finite', () => {
    const network = new Network(mlp({ sizes: [1, 2, 1], activation: tanh }));
    network.tensors[1]!.weight[1] = NaN;
    expect(() => network.forward(Float64Array.of(1))).toThrow(
      'non-finite layer 2 weight [0, 1] of shape 1 × 2: NaN; the parameter is not a finite number',
    );
  });

  it('names an activation with a pole, and where', () => {
    const pole = {
      ...tanh,
      id: 'pole',
      spec: 'pole',
      label: 'pole',
      forward: (x: Float64Array, out: Float64Array) => {
        x.forEach((v, i) => {
          out[i] = 1 / v;
        });
        return out;
      },
    } as typeof tanh;
    const network = new Network({
      inputs: 2,
      layers: [{ units: 2, activation: pole, init: { type: 'zeros' } }, { units: 1 }],
    });
    network.tensors[0]!.weight.set([1, 0, 0, 1]);
    expect(() => network.forward(Float64Array.of(1, 0))).toThrow(
      'non-finite layer 1 activation [0, 1] of shape 1 × 2: Infinity; pole is not finite at 0',
    );
  });

  it('names a loss that overflowed', () => {
    const network = new Network({ inputs: 1, layers: [{ units: 1 }] });
    network.tensors[0]!.weight.set([1e200]);
    const training = train({
      network,
      data: { inputs: Float64Array.of(1), targets: [0] },
      loss: 'mse',
      optimizer: { type: 'sgd', learningRate: 1 },
    });
    expect(training.advance(1).failure).toMatchObject({
      step: 1,
      layer: null,
      quantity: 'loss',
      value: Infinity,
      message: 'step 1: non-finite loss of shape scalar: Infinity; mse of finite outputs overflowed',
    });
  });
});
