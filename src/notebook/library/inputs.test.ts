import { describe, expect, test } from 'vitest';
import { controls, type Input } from './inputs.ts';

const { range, number, select, radio, checkbox, toggle, text, button } = controls;

describe('Inputs', () => {
  test('start in the middle, on a step, unless told where', () => {
    expect(range([0, 10]).value).toBe(5);
    expect(range([0, 5], { step: 2 }).value).toBe(2);
    expect(range([0, 10], { value: 99 }).value).toBe(10);
    expect(number([1, 3]).value).toBe(2);
    expect(number().value).toBe(0);
    expect(number({ value: 7 }).value).toBe(7);
  });

  test('give options back as they were, not as text', () => {
    const options = [{ id: 1 }, { id: 2 }];
    const input = select(options, { format: ({ id }) => `no. ${id}` });
    expect(input.value).toBe(options[0]);
    expect(input.description).toMatchObject({ options: ['no. 1', 'no. 2'], multiple: false });
    input.receive([1]);
    expect(input.value).toBe(options[1]);
    expect(select(new Map([['one', 1]])).value).toBe(1);
    expect(select(['a', 'b'], { multiple: true, value: ['b'] }).value).toEqual(['b']);
    expect(radio(['a', 'b']).value).toBeUndefined();
    expect(radio(['a', 'b'], { value: 'b' }).value).toBe('b');
    const many = checkbox(['a', 'b', 'c'], { value: ['a'] });
    many.receive([0, 2]);
    expect(many.value).toEqual(['a', 'c']);
  });

  test('count presses, or reduce them', () => {
    const press = <T>(input: Input<T>): T => {
      input.receive(1);
      return input.value;
    };
    expect(press(button())).toBe(1);
    expect(press(button('again', { value: 'a', reduce: (value) => `${value}b` }))).toBe('ab');
    expect(toggle({ value: true }).value).toBe(true);
    expect(text({ value: 'x' }).value).toBe('x');
  });

  test('tell listeners until they leave', () => {
    const input = range([0, 1]);
    let heard = 0;
    const end = input.listen(() => heard++);
    input.receive(0.2);
    end();
    input.receive(0.4);
    expect([heard, input.value]).toEqual([1, 0.4]);
  });

  test.each([
    [() => range([2, 1]), 'invalid extent: [2, 1]; expected min ≤ max'],
    [() => range(['a', 1] as never), 'invalid min: a; expected a finite number'],
    [() => range([0, 1], { step: -1 }), 'invalid step: -1; expected a positive number'],
    [() => range([0, 1], { value: Number.NaN }), 'invalid value: NaN; expected a finite number'],
    [() => select([]), 'invalid options: none; expected at least one'],
    [() => select(Array.from({ length: 501 }, (_, i) => i)), 'invalid options: 501; expected at most 500'],
    [() => select(['a']).receive([1]), 'invalid choice: 1; expected indices below 1'],
  ])('say what is wrong', (make, message) => {
    expect(make).toThrow(message);
  });
});
