import { beforeAll, describe, expect, it } from 'vitest';
import { activationFromFormula } from '../activations/formula/index.ts';
import { findActivation, registerActivation } from '../activations/index.ts';
import { createRandom } from '../math/random.ts';
import { type Kernels, loadKernels } from '../network/kernels/index.ts';
import { train } from '../network/training.ts';
import { Course } from './course.ts';
import { openCourse, trained } from './courses.ts';
import { Desk } from './desk.ts';
import type { CourseSpec } from './spec.ts';
import { startingNetwork, weightVariance } from './start.ts';

const random = createRandom(5);
const inputs = Float32Array.from({ length: 80 }, () => random.normal());
const labels = Uint8Array.from({ length: 40 }, (_, i) => (inputs[2 * i]! * inputs[2 * i + 1]! > 0 ? 1 : 0));
const spec: CourseSpec = {
  sizes: [2, 6, 4, 1],
  functions: ['tanh', 'relu'],
  rate: 0.1,
  momentum: 0.9,
  decay: 0.01,
  batch: Infinity,
  starts: 2,
  seed: 3,
  train: { inputs, labels },
  heldOut: { inputs: inputs.slice(0, 20), labels: labels.slice(0, 10) },
  probes: inputs.slice(0, 6),
  every: 10,
};

let kernels: Kernels;
beforeAll(async () => {
  kernels = await loadKernels('simd');
});

describe('a course', () => {
  it.each([Infinity, 8])('trains as float64 does, batches of %d', (batch) => {
    const course = new Course(kernels, { ...spec, batch });
    course.advance(30);
    const network = startingNetwork(spec, 0);
    const exact = train({
      network,
      data: { inputs: Float64Array.from(inputs), targets: labels },
      loss: 'bce-with-logits',
      optimizer: { type: 'momentum', learningRate: 0.1, momentum: 0.9, weightDecay: 0.01 },
      batchSize: batch,
      seed: spec.seed,
    });
    exact.advance(30);
    const { logits, layers } = course.snapshot();
    network.tensors.forEach(({ weight }, l) => {
      weight!.forEach((w, i) => {
        expect(layers[l]!.weights[i]).toBeCloseTo(w, 4);
      });
    });
    const want = network.forward(Float64Array.from(spec.probes)).layers.at(-1)!.output;
    want.forEach((y, i) => {
      expect(logits[i]).toBeCloseTo(y, 3);
    });
  });

  it('keeps marks of every start, and takes the same way whatever the stops', () => {
    const [whole, halting] = [new Course(kernels, spec), new Course(kernels, spec)];
    whole.advance(25);
    for (const to of [1, 9, 10, 25]) halting.advance(to);
    expect(halting.snapshot()).toEqual(whole.snapshot());
    const { history, train: scores, heldOut, step } = whole.snapshot();
    expect(step).toBe(25);
    expect(history.map((mark) => mark.step)).toEqual([0, 10, 20]);
    expect(scores).toHaveLength(2);
    expect(heldOut).toHaveLength(2);
    expect(scores[0]!.loss).toBeLessThan(history[0]!.train[0]!.loss);
    expect(scores[0]!.loss).not.toBe(scores[1]!.loss);
  });

  it('starts rectifiers with twice the variance of the others', () => {
    const of = (name: string): number => weightVariance(findActivation(name));
    for (const name of ['relu', 'leaky_relu', 'gelu', 'silu', 'elu', 'softplus'])
      expect(of(name), name).toBe(2);
    for (const name of ['identity', 'tanh', 'sigmoid', 'sine']) expect(of(name), name).toBe(1);
  });
});

describe('a run that leaves the finite numbers', () => {
  it('names the start, the step, the layer and the cause, and the others go on', () => {
    const cliff = activationFromFormula('exp(exp(x^2))', { id: 'own_cliff', label: 'cliff' });
    const forget = registerActivation(cliff);
    const course = new Course(kernels, { ...spec, functions: ['own_cliff', 'relu'], rate: 1, starts: 1 });
    course.advance(50);
    forget();
    const { divergences, step } = course.snapshot();
    expect(step).toBe(50);
    expect(divergences).toHaveLength(1);
    const [first] = divergences;
    expect(first!.start).toBe(0);
    expect(first!.step).toBeGreaterThan(0);
    expect(first!.layer).toBeGreaterThan(0);
    expect(first!.cause).toMatch(/^the (weight|weighted sum|output|bias) of unit \d+ is /);
  });
});

describe('the desk', () => {
  it('answers the newest request first', async () => {
    const order: number[] = [];
    await new Promise<void>((resolve) => {
      const desk = new Desk((answer) => {
        order.push(answer.job);
        if (order.length === 2) resolve();
      });
      desk.take({ kind: 'open', id: 1, spec });
      desk.take({ kind: 'open', id: 2, spec });
      desk.take({ kind: 'advance', id: 1, job: 1, to: 30 });
      desk.take({ kind: 'advance', id: 2, job: 2, to: 30 });
    });
    expect(order).toEqual([2, 1]);
  });

  it('says why a course cannot be trained', async () => {
    const course = await openCourse({ ...spec, functions: ['no_such', 'relu'] });
    await expect(course.advance(1)).rejects.toThrow('unknown function: no_such');
  });

  it('trains the same settings once', async () => {
    let made = 0;
    const make = (): CourseSpec => {
      made += 1;
      return spec;
    };
    const ask = () => trained('test', make, 5);
    expect(await ask()).toBe(await ask());
    expect(made).toBe(1);
  });
});
