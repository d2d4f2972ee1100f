import { describe, expect, it } from 'vitest';
import { type Controls, checkSetting, defaults, formatRange } from './settings.ts';
import { readUrl, writeUrl } from './urlState.ts';

const controls = {
  w1: { kind: 'range', label: 'Weight 1', min: -2, max: 2, step: 0.1, default: 0.8 },
  phi: { kind: 'activation', label: 'Function', default: 'relu' },
  init: {
    kind: 'select',
    label: 'Weights',
    options: [
      { value: 'he', label: 'He' },
      { value: 'xavier', label: 'Xavier' },
    ],
    default: 'he',
  },
  all: { kind: 'toggle', label: 'Show all', default: false },
  seed: { kind: 'seed', label: 'Seed', default: 1 },
} as const satisfies Controls;

describe('settings in a link', () => {
  it('come back as they were written', () => {
    const settings = { w1: -1.5, phi: 'leaky_relu(negativeSlope=0.2)', init: 'xavier', all: true, seed: 77 };
    const query = writeUrl('bench', controls, settings);
    expect(readUrl(`?${query}`, 'bench', controls)).toEqual({ settings, notices: [] });
  });

  it('hold only what differs from the defaults', () => {
    expect(writeUrl('bench', controls, defaults(controls))).toBe('');
    expect(writeUrl('bench', controls, { ...defaults(controls), seed: 2 })).toBe('bench.seed=2');
  });

  it.each([
    ['bench.w1=banana', 'Weight 1: “banana” is not possible; expected a number from −2 to 2'],
    ['w1=', 'Weight 1: “” is not possible'],
    ['bench.w1=Infinity', 'expected a number from −2 to 2'],
    ['bench.w1=2.0001', 'expected a number from −2 to 2'],
    ['bench.phi=%3Cscript%3Ealert(1)%3C/script%3E', 'expected the name of a function'],
    ['bench.init=toString', 'expected he, xavier'],
    ['bench.all=maybe', 'expected true or false'],
    ['bench.seed=0', 'expected a number from 1 to 999999'],
    ['bench.__proto__=1', 'no setting “__proto__”'],
    ['bench.constructor=1', 'no setting “constructor”'],
  ])('%s is refused with a sentence and changes nothing', (query, sentence) => {
    const { settings, notices } = readUrl(`?${query}`, 'bench', controls);
    expect(settings).toEqual({});
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(sentence);
  });

  it('of another figure are left alone', () => {
    expect(readUrl('?relay.w1=banana&utm_source=x', 'bench', controls)).toEqual({
      settings: {},
      notices: [],
    });
  });

  it('are ignored whole when the link is a million characters long', () => {
    expect(readUrl(`?bench.w1=${'9'.repeat(1e6)}`, 'bench', controls).settings).toEqual({});
  });

  it('shorten a value that would flood the notice', () => {
    const [notice] = readUrl(`?bench.w1=${'z'.repeat(3000)}`, 'bench', controls).notices;
    expect(notice!.length).toBeLessThan(160);
  });
});

describe('a control', () => {
  it('shows a number with the decimals of its step, a true minus sign and its unit', () => {
    expect(formatRange({ ...controls.w1, unit: 'ms' }, -0.5)).toBe('−0.5\u202fms');
  });

  it('takes a reader’s typed number and rounds a seed', () => {
    expect(checkSetting(controls.seed, '12.4')).toBe(12);
  });
});
