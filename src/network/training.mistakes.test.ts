import { describe, expect, it } from 'vitest';
import { Network } from './network.ts';
import { options, tanh } from './testing/xorTraining.ts';
import { train } from './training.ts';
import { decodeState } from './trainingState.ts';

describe('mistakes have names', () => {
  const bad = (inputs: number[], targets: number[]) => () =>
    train(options({ data: { inputs: Float64Array.from(inputs), targets } }));

  it('in the data', () => {
    expect(bad([1, 2, 3], [0])).toThrow('invalid data: 3 input values; expected full rows of 2');
    expect(bad([1, 2, NaN, 4], [0, 1])).toThrow(
      'non-finite input [1, 0] of shape 2 × 2: NaN; expected finite inputs',
    );
    expect(bad([1, 2], [2])).toThrow('invalid label 0: 2; expected a class from 0 to 1');
    expect(bad([1, 2], [0, 1])).toThrow(
      'invalid targets: 2 values for softmax-cross-entropy of 1 × 2 outputs; expected 1',
    );
  });

  it('in the options', () => {
    expect(() => train(options({ batchSize: 0 }))).toThrow(
      'invalid batchSize: 0; expected a positive integer',
    );
    expect(() => train(options({ speed: 0 }))).toThrow('invalid speed: 0; expected at least 1 step per tick');
    expect(() => train(options({ steps: NaN }))).toThrow('invalid steps: NaN; expected a positive number');
    expect(() => train(options({ budget: 0 }))).toThrow('invalid budget: 0; expected positive milliseconds');
  });

  it('in the controls', () => {
    const training = train(options());
    expect(() => training.step(0)).toThrow('invalid step count: 0; expected a positive integer');
    expect(() => training.advance(Infinity)).toThrow(
      'invalid step count: Infinity; expected a finite positive number',
    );
    expect(() => {
      training.speed = NaN;
    }).toThrow('invalid speed: NaN');
    expect(() => train(options({ budget: Infinity }))).toThrow(
      'invalid budget: Infinity; expected positive milliseconds',
    );
    expect(train(options({ steps: 3 })).advance(Infinity)).toMatchObject({ status: 'finished', step: 3 });
  });

  it('in a state', () => {
    const state = train(options()).state();
    expect(() => train(options({ state }, { sizes: [2, 5, 2] }))).toThrow(
      'invalid state: 218 parameters; expected 27',
    );
    expect(() => train(options({ state, optimizer: { type: 'adam', learningRate: 1 } }))).toThrow(
      'invalid state: 0 optimizer numbers; expected 218',
    );
    expect(() => decodeState('{}')).toThrow('invalid state format: undefined; expected nonlinear-training-1');
    expect(() => decodeState('hello')).toThrow('invalid state: hello…; expected the text of encodeState');
  });

  it('in a network', () => {
    const build = (layers: ConstructorParameters<typeof Network>[0]['layers']) => () =>
      new Network({ inputs: 3, layers });
    expect(build([])).toThrow('invalid layers: none; expected at least the output layer');
    expect(build([{ units: 2.5 }])).toThrow('invalid layer 1 units: 2.5; expected a positive integer');
    expect(build([{ units: 4 }, { units: 5, residual: { around: 'activation' } }])).toThrow(
      'invalid layer 2 residual: 4 → 5 units; expected equal widths',
    );
    expect(build([{ units: 3, residual: { around: 'preactivation' } }])).toThrow('invalid layer 1 residual');
    expect(build([{ units: 2, dropout: 1 }])).toThrow('invalid layer 1 dropout: 1; expected a share from 0');
    expect(build([{ units: 2, activation: tanh, slope: 'unit' }])).toThrow(
      'invalid layer 1 slope: unit of tanh',
    );
    expect(build([{ units: 2, norm: { type: 'batch', epsilon: NaN } }])).toThrow(
      'invalid layer 1 norm epsilon: NaN',
    );
    const network = build([{ units: 2, norm: { type: 'batch' } }])();
    expect(() => network.forward(Float64Array.of(1, 2))).toThrow(
      'invalid input: 2 values; expected full rows of 3',
    );
    expect(() => network.forward(Float64Array.of(1, 2, 3), { training: true })).toThrow(
      'invalid batch for layer 1: 1 sample; expected at least 2 for BatchNorm in training',
    );
  });
});
