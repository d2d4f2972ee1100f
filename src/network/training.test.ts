import { describe, expect, it } from 'vitest';
import { findActivation } from '../activations/index.ts';
import { createRandom } from '../math/random.ts';
import type { Data } from './data.ts';
import { evaluate } from './evaluate.ts';
import { mlp } from './mlp.ts';
import { Network } from './network.ts';
import type { OptimizerSpec } from './optimizer.ts';
import { type Snapshot, type TrainingOptions, train } from './training.ts';
import { decodeState, encodeState } from './trainingState.ts';

const tanh = findActivation('tanh');

/** Points of the four quadrants, labelled by the sign of x·y: no straight line separates them. */
function xor(rows: number, seed: number): Data {
  const random = createRandom(seed);
  const inputs = Float64Array.from({ length: 2 * rows }, () => random.normal());
  const targets = Float64Array.from({ length: rows }, (_, r) =>
    inputs[2 * r]! * inputs[2 * r + 1]! > 0 ? 1 : 0,
  );
  return { inputs, targets };
}

const data = xor(150, 1);
const full = { norm: { type: 'batch' }, dropout: 0.1 } as const;

function options(more: Partial<TrainingOptions> = {}, hidden = {}): TrainingOptions {
  const network = new Network(
    mlp({ sizes: [2, 12, 12, 2], activation: tanh, init: { type: 'xavier' }, ...hidden }),
  );
  const optimizer = { type: 'momentum', learningRate: 0.1 } as const;
  return { network, data, loss: 'softmax-cross-entropy', optimizer, batchSize: 16, ...more };
}

/** A clock that moves one millisecond per look, and a scheduler that lets other promises run. */
function pacing() {
  let now = 0;
  let ticks = 0;
  return { clock: () => now++, nextTick: async () => void ticks++, ticks: () => ticks };
}

async function collect(training: AsyncIterable<Snapshot>, visit: (snapshot: Snapshot) => void = () => {}) {
  const snapshots: Snapshot[] = [];
  for await (const snapshot of training) {
    snapshots.push(snapshot);
    visit(snapshot);
  }
  return snapshots;
}

describe('training', () => {
  it('learns what no straight line separates', () => {
    const training = train(options());
    expect(evaluate(training.network, data, 'softmax-cross-entropy').accuracy).toBeLessThan(0.75);
    const snapshot = training.advance(600);
    expect(snapshot).toMatchObject({ status: 'running', step: 600, epoch: 600 / 9 });
    expect(evaluate(training.network, xor(500, 2), 'softmax-cross-entropy').accuracy).toBeGreaterThan(0.93);
  });

  const optimizers: readonly OptimizerSpec[] = [
    { type: 'sgd', learningRate: 0.1, weightDecay: 0.01 },
    { type: 'momentum', learningRate: 0.05 },
    { type: 'adam', learningRate: 0.01 },
  ];

  it.each(optimizers)('is bit-identical for one seed and resumes bit for bit: %j', (optimizer) => {
    const whole = train(options({ optimizer }, full));
    const losses = whole.advance(50).losses;
    const again = train(options({ optimizer }, full));
    expect(again.advance(50).losses).toEqual(losses);
    expect(again.network.parameters).toEqual(whole.network.parameters);

    const first = train(options({ optimizer }, full));
    first.advance(23);
    const text = encodeState(first.state());
    const blank = options({ optimizer, state: decodeState(text) }, full);
    blank.network.parameters.fill(NaN);
    blank.network.running.fill(NaN);
    const second = train(blank);
    expect(second.advance(27).losses).toEqual(losses.slice(23));
    expect(second.state()).toEqual(whole.state());
  });

  it('differs for another seed', () => {
    const one = train(options({ seed: 1 })).advance(3).losses;
    expect(train(options({ seed: 2 })).advance(3).losses).not.toEqual(one);
  });

  it('yields a snapshot per tick, each within its budget', async () => {
    const pace = pacing();
    // Looks at the clock: one to set the end, then one per step, so a budget of 4 lets 4 steps through.
    const snapshots = await collect(train(options({ ...pace, budget: 4, steps: 10 })));
    expect(snapshots.map((s) => s.step)).toEqual([4, 8, 10]);
    expect(snapshots.map((s) => s.status)).toEqual(['running', 'running', 'finished']);
    expect(snapshots.map((s) => s.losses.length)).toEqual([4, 4, 2]);
    expect(pace.ticks()).toBe(2);
  });

  it('takes one step at least, however small the budget', async () => {
    const snapshots = await collect(train(options({ ...pacing(), budget: 0.001, steps: 3 })));
    expect(snapshots.map((s) => s.step)).toEqual([1, 2, 3]);
  });

  it('obeys the speed', async () => {
    const training = train(options({ ...pacing(), budget: 100, steps: 9, speed: 2 }));
    const snapshots = await collect(training, ({ step }) => {
      if (step === 4) training.speed = 5;
    });
    expect(snapshots.map((s) => s.step)).toEqual([2, 4, 9]);
  });

  it('pauses, steps, resumes and stops', async () => {
    const training = train(options({ ...pacing(), budget: 100, speed: 3 }));
    const seen: string[] = [];
    const loop = collect(training, ({ step, status }) => {
      seen.push(`${step} ${status}`);
      if (step === 6) training.pause();
      if (step === 12) training.stop();
    });
    const settle = async () => {
      for (let i = 0; i < 20; i++) await Promise.resolve();
    };
    await settle();
    expect(seen).toEqual(['3 running', '6 running']);
    expect(training.status).toBe('paused');
    training.step();
    await settle();
    expect(seen.at(-1)).toBe('7 paused');
    training.step(2);
    await settle();
    expect(seen.at(-1)).toBe('9 paused');
    training.resume();
    await loop;
    expect(seen.at(-1)).toBe('12 running');
    expect(training.status).toBe('stopped');
    expect(await collect(training)).toEqual([]);
  });

  it('can be left and taken up again', async () => {
    const training = train(options({ ...pacing(), budget: 2, steps: 6 }));
    for await (const { step } of training) if (step === 2) break;
    expect(training.status).toBe('running');
    expect((await collect(training)).map((s) => s.step)).toEqual([4, 6]);
  });

  it('wakes every loop that waits for it', async () => {
    const training = train(options({ ...pacing(), budget: 2, steps: 8 }));
    training.pause();
    const loops = Promise.all([collect(training), collect(training)]);
    await Promise.resolve();
    training.resume();
    const steps = (await loops).flat().map((s) => s.step);
    expect(steps.sort((a, b) => a - b)).toEqual([2, 4, 6, 8]);
  });

  it('has nothing left to do when resumed at its end', async () => {
    const state = train(options({ steps: 2 })).state();
    const ended = { ...state, step: 2 };
    const training = train(options({ ...pacing(), steps: 2, state: ended }));
    expect(training.status).toBe('finished');
    expect(await collect(training)).toEqual([]);
  });

  it('stops while paused', async () => {
    const training = train(options({ ...pacing(), budget: 2 }));
    training.pause();
    const loop = collect(training);
    training.stop();
    expect(await loop).toEqual([]);
  });
});

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
