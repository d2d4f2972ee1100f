import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { families } from './activation.ts';
import * as catalogue from './catalogue.ts';
import { defineActivation } from './define.ts';
import { gatedUnits } from './gated/index.ts';
import { activations, elu, findActivation, leakyRelu, relu, rrelu } from './index.ts';
import { createRegistry } from './registry.ts';
import { softmaxRecord } from './softmax.ts';

const mine = (id: string) =>
  defineActivation({ ...relu, id, label: id, family: 'yours', code: 'Math.max(0, x)', source: 'yours' });

describe('the list', () => {
  test('has unique ids, specs without parameters, and a source for each', () => {
    const ids = activations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, spec, source, year } of activations) {
      expect(spec).toBe(id);
      expect(source).toMatch(/^[a-z]+\d{4}$/);
      expect(source).toContain(String(year));
      expect(id).toMatch(/^[a-z][a-z0-9_]*$/);
    }
  });

  test('cites works that the book lists', () => {
    const text = readFileSync(new URL('../../content/references.yaml', import.meta.url), 'utf8');
    const listed = new Set([...text.matchAll(/^(\w+):$/gm)].map(([, key]) => key));
    const cited = [...activations, ...gatedUnits, softmaxRecord].map(({ source }) => source);
    expect(cited.filter((source) => !listed.has(source))).toEqual([]);
  });

  test('keeps families together, in the order of pickers', () => {
    const order = activations.map(({ family }) => families.indexOf(family));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test('has defaults inside their intervals', () => {
    for (const { parameters, values } of activations) {
      for (const { name, min, max, default: usual } of parameters) {
        expect(values[name]).toBe(usual);
        expect(usual).toBeGreaterThanOrEqual(min);
        expect(usual).toBeLessThanOrEqual(max);
      }
    }
  });
});

const between = (low: number, high: number) => low + (high - low) * 0.7310585786300049;

test('every file that defines a function is in the catalogue', () => {
  const folder = new URL('.', import.meta.url);
  const defined = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'define.ts')
    .flatMap(
      (name) =>
        readFileSync(new URL(name, folder), 'utf8').match(/(?<=^export const )\w+(?= = define)/gm) ?? [],
    );
  expect(Object.keys(catalogue).sort()).toEqual(defined.sort());
});

describe('specs', () => {
  test('of changed parameters come back as the same function', () => {
    for (const a of activations) {
      for (const { name, min, max } of a.parameters) {
        const changed = a.with({
          [name]: between(a.id === 'rrelu' ? 0.13 : min, a.id === 'rrelu' ? 0.3 : max),
        });
        const again = findActivation(changed.spec);
        expect(again.spec).toBe(changed.spec);
        expect(again.values).toEqual(changed.values);
        expect(again.f(-0.7)).toBe(changed.f(-0.7));
      }
    }
  });

  test('leave defaults out and say the rest in label and spec', () => {
    expect(leakyRelu().spec).toBe('leaky_relu');
    expect(leakyRelu({ negativeSlope: 0.2 })).toMatchObject({
      spec: 'leaky_relu(negativeSlope=0.2)',
      label: 'leaky ReLU, α = 0.2',
    });
    expect(findActivation(' elu ( alpha = 1.0 ) ').spec).toBe('elu');
    expect(findActivation('elu()').spec).toBe('elu');
    expect(elu({ alpha: 1e-7 }).spec).toBe('elu(alpha=1e-7)');
    expect(findActivation('elu(alpha=1e-7)').values).toEqual({ alpha: 1e-7 });
    expect(rrelu({ lower: 0.1 }).with({ upper: 0.2 }).spec).toBe('rrelu(lower=0.1, upper=0.2)');
  });

  test.each([
    ['rellu', /^unknown function: rellu; expected one of identity, step, sigmoid/],
    [
      'relu(',
      /^invalid function: relu\(; expected the name of a function or a form like leaky_relu\(negativeSlope=0.2\)$/,
    ],
    ['', /^invalid function: ; expected/],
    ['x'.repeat(100_000), /^unknown function: x+…; expected one of/],
    [`(${'x'.repeat(100_000)}`, /^invalid function: \(x{59}…; expected/],
    ['elu(alpha)', /^invalid parameter of elu: alpha; expected a form like name=0.5$/],
    ['elu(alpha=banana)', /^invalid parameter of elu: alpha=banana; expected/],
    ['elu(alpha=-1)', /^invalid alpha of elu: -1; expected a number from 0 to 10$/],
    ['elu(beta=1)', /^unknown parameter of elu: beta; expected alpha$/],
    ['relu(beta=1)', /^unknown parameter of relu: beta; expected none$/],
    ['elu(__proto__=1)', /^invalid parameter of elu: __proto__=1; expected/],
    ['rrelu(lower=0.9)', /^invalid lower of rrelu: 0.9; expected at most upper, 0.3333333333333333$/],
  ])('are refused with a sentence: case %#', (spec, message) => {
    expect(() => findActivation(spec)).toThrow(message);
  });

  test('a factory refuses NaN', () => {
    expect(() => leakyRelu({ negativeSlope: Number.NaN })).toThrow(
      'invalid negativeSlope of leaky_relu: NaN; expected a number from -1 to 1',
    );
  });
});

describe('the registry', () => {
  test('takes the reader’s functions beside those of the book', () => {
    const registry = createRegistry([relu]);
    const listener = vi.fn();
    const stop = registry.subscribe(listener);
    const f = mine('bump');
    const remove = registry.register(f);
    expect(registry.find('bump')).toBe(f);
    expect(registry.all()).toEqual([relu, f]);
    expect(registry.readers()).toEqual([f]);
    expect(listener).toHaveBeenCalledTimes(1);

    const better = mine('bump');
    registry.register(better);
    expect(registry.readers()).toEqual([better]);
    // The first one is gone already; taking it out must not take its successor.
    remove();
    expect(registry.readers()).toEqual([better]);
    expect(listener).toHaveBeenCalledTimes(2);

    stop();
    registry.register(mine('wave'));
    expect(listener).toHaveBeenCalledTimes(2);
  });

  test('refuses to change the book', () => {
    const registry = createRegistry([relu]);
    expect(() => registry.register(elu())).toThrow('invalid family of elu: elu; expected yours');
    expect(() => registry.register(mine('relu'))).toThrow(
      'invalid id: relu; expected a name that no function of the book has',
    );
  });
});

test('a function is found by its label where no id is meant', () => {
  const registry = createRegistry(activations);
  const bend = defineActivation({ ...mine('own_a'), label: 'my bend' });
  const odd = defineActivation({ ...mine('own_b'), label: 'relu' });
  registry.register(bend);
  registry.register(odd);
  expect(registry.find(' my bend ')).toBe(bend);
  expect(registry.find('leaky ReLU').id).toBe('leaky_relu');
  expect(registry.find('relu')).toBe(relu);
  expect(() => registry.find('bend')).toThrow(
    /^unknown function: bend; expected one of identity.*, my bend, relu$/,
  );
  registry.retire('own_a');
  const again = defineActivation({ ...mine('own_c'), label: 'my bend' });
  registry.register(again);
  expect(registry.find('my bend')).toBe(again);
});

test('a retired function stands in no list, and who has its spec still finds it', () => {
  const registry = createRegistry(activations);
  const told = vi.fn();
  registry.subscribe(told);
  const leave = registry.register(mine('own_a'));
  registry.retire('own_a');
  registry.retire('relu');
  expect(registry.readers()).toEqual([]);
  expect(told).toHaveBeenCalledTimes(2);
  expect(registry.find('own_a').label).toBe('own_a');
  leave();
  expect(() => registry.find('own_a')).toThrow('unknown function');
});
