import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { messages, relay, SAME } from '../../components/MessageRelay/model.ts';
import { bench } from '../../components/NeuronBench/model.ts';
import { exactRate } from '../../components/SpikeRate/cell.ts';
import { fit } from '../../components/SpikeRate/overlays.ts';
import { findActivation } from '../../src/activations/index.ts';
import { digitsIn, proseOf, say, withoutClaims } from './claims.ts';

const text = proseOf('1-what-is-an-activation');
const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The chapter's unit with another function: its answer. */
const answer = (phi: string) => bench([1, -2, 0.5], [0.8, 0.3, -1], 0.1, phi, false).a;
const { h, products } = bench([1, -2, 0.5], [0.8, 0.3, -1], 0.1, 'relu', false);
const [p1, p2, p3] = products;
const byHand = bench([2, 1, -1], [0.5, -0.5, 0.3], 0.4, 'relu', false);
const cell = { tau: 20, refractory: 2 };
const rate = (input: number) => exactRate(input, cell);
const sigmoidal = relay('sigmoid', 3, 1, 0);
const ends = sigmoidal.threads.map((t) => t.values[3]!);
const band = (w: number) => {
  const out = relay('sigmoid', 3, w, 0).threads.map((t) => t.values[3]!);
  return Math.max(...out) - Math.min(...out);
};

/** Runs a cell of the chapter as a reader would; returns what it displays and the names asked for. */
function run(name: string, ...names: string[]) {
  const code = stripTypeScriptTypes(file(`content/1-what-is-an-activation/cells/${name}.ts`));
  const shown: Record<string, unknown>[] = [];
  const body = new Function('display', `${code}\nreturn { ${names.join(', ')} };`);
  const values = body((value: Record<string, unknown>) => shown.push(value)) as Record<string, unknown>;
  return { shown, values };
}

const tally = Object.entries(run('gates', 'tally').values['tally'] as Record<string, number>);
const times = (table: string) => tally.find(([name]) => name === table)![1];
const years = parse(file('content/references.yaml')) as Record<string, { year: number }>;
const year = (key: string) => years[key]!.year;

const computed = {
  bell: [
    `$0.6 - 0.8 = ${(0.6 - 0.8).toFixed(1)}$`,
    `$0.5 - 0.8 = ${(0.5 - 0.8).toFixed(1)}$`,
    `$0.6 + 0.5 - 0.8 = ${(0.6 + 0.5 - 0.8).toFixed(1)}$`,
  ],
  unit: [
    `At $h = ${h.toFixed(1)}$ it answers ${say(answer('sigmoid'), 6)}.`,
    `It answers ${say(answer('tanh'), 6)}.`,
    `GELU answers ${say(answer('gelu'), 6)}.`,
    `answers ${say(answer('leaky_relu'), 3)}: a whisper`,
    `The products are ${say(p1, 1)}, ${say(p2, 1)} and ${say(p3, 1)}; with the bias they add up to $h = ${h.toFixed(1)}$.`,
    `by exactly ${answer('relu')}.`,
    `so −0.2 and −20 become the same message. The sigmoid keeps them apart, as ${say(answer('sigmoid'), 3)} and ${findActivation('sigmoid').f(-20).toFixed(9)}.`,
    `makes our $h$ not −0.2 but ${String(h).replace('-', '−')}.`,
    `$b = ${say(0.1 - h, 1)}$`,
  ],
  byHand: [
    `$0.5 \\cdot 2 = ${byHand.products[0]}$, then $-0.5 \\cdot 1 = ${byHand.products[1]}$, then $0.3 \\cdot (-1) = ${byHand.products[2]}$`,
    `$h = 1 - 0.5 - 0.3 + 0.4 = ${byHand.h.toFixed(1)}.$`,
    `ReLU answers $${byHand.h.toFixed(1)}$, tanh $${Math.tanh(byHand.h).toFixed(3)}$, the sigmoid $${findActivation('sigmoid').f(byHand.h).toFixed(3)}$`,
  ],
  spikes: [
    `<Option answer="${[0.9, 1.1, 2]
      .map((i) => rate(i).toFixed(0))
      .join(', ')
      .replace(/, (\d+)$/, ' and $1')}: silence, then a steep start" right>`,
    `exactly ${rate(0.9)}, ${rate(1.1).toFixed(3)} and ${rate(2).toFixed(3)} spikes per second`,
    `"${((0.9 / 2) * rate(2)).toFixed(0)}, ${((1.1 / 2) * rate(2)).toFixed(0)} and ${rate(2).toFixed(0)}: in proportion`,
    `${1000 / cell.refractory} per second is the ceiling`,
    `the sigmoid misses the curve by ${fit('sigmoid', cell).error.toFixed(0)} spikes per second, ReLU by ${fit('relu', cell).error.toFixed(0)}, softplus by ${fit('softplus', cell).error.toFixed(0)}.`,
  ],
  relay: [
    `Send in ${messages.length} messages, evenly spaced from ${say(messages[0]!, 0)} to ${messages.at(-1)}`,
    `**The identity** keeps all ${relay('identity', 3, 1, 0).distinct[3]} apart`,
    `**The step** leaves ${relay('step', 3, 1, 0).distinct[1]} values after one relay`,
    `the first relay; ${relay('relu', 3, 1, 0).distinct[1]} values are left`,
    `**The sigmoid** keeps all ${sigmoidal.distinct[3]} apart`,
    `the band from ${ends[0]!.toFixed(4)} to ${ends[40]!.toFixed(4)}`,
    `message 0 arrives ${sigmoidal.threads[20]!.slope.toFixed(5)} times as large, less than $(1/4)^3 = ${0.25 ** 3}$`,
    `at least $10^{${Math.log10(SAME)}}$ apart`,
  ],
  gates: [
    `${9 ** 3} in all`,
    `the ${2 ** 4} possible gates`,
    `Always-1 turns up ${times('1111')} times and always-0 ${times('0000')} times.`,
    `AND appears ${times('0001')} times, NAND ${times('1110')} times, ten other gates ${times('0111')} times each.`,
    `appear ${times('0110')} times, as proved`,
    `$1 + 1 - 0.5 = ${1 + 1 - 0.5}$`,
    `a single 1 reaches only $${1 - 1.5}$`,
  ],
  years: [
    `**${year('mcculloch1943')}.**`,
    `**${year('rosenblatt1958')}.**`,
    `**${year('fukushima1969')}.**`,
    `**${year('rumelhart1986')}.**`,
    `**${year('nair2010')} to ${year('krizhevsky2012')}.**`,
    `**Since ${year('hendrycks2016')}.**`,
  ],
};

/** Numbers that the examples start from, names, ranges of functions and what a cited paper reports. */
const given = [
  'counts 0.6, a report of movement counts 0.5. Then make the bell stubborn: take 0.8 off',
  '$b = -0.8$',
  '1 from zero upwards, 0 below',
  'exactly 0, or the value itself',
  'interval from 0 to 1',
  'between −1 and 1',
  'strictly between 0 and 1',
  'negative numbers by 0',
  'inputs $(1, -2, 0.5)$, weights $(0.8, 0.3, -1)$ and bias $0.1$',
  'with an output of exactly 0?',
  'Its only silence is at $h = 0$ exactly',
  '$x = (2, 1, -1)$, $w = (0.5, -0.5, 0.3)$, $b = 0.4$',
  'answers exactly 0.5',
  'where $h = 0$',
  '64-bit',
  '[Chapter 3]',
  '[chapter 2]',
  '[chapter 3]',
  'Chapter 2 takes',
  'here 1, the cell spikes. Its voltage drops to 0',
  'the voltage rises from 0 as $V = I\\,(1 - e',
  'provided that $I$ is larger than 1',
  'r(I) = \\frac{1}',
  'I - 1',
  'I > 1',
  '= 2$ ms and $\\tau = 20$ ms is driven at 0.9, 1.1 and 2 times',
  'settles at 0.9 and never arrives',
  '0, 500 and 500: either',
  '15, 20 and 63: a soft start',
  'the rate is exactly 0.',
  'step of 0.05 ms',
  'for $I$ from 0 to 10',
  '$1/t',
  'of 5 to 8 layers',
  'weight 1 and bias 0',
  'the step sends 0 and 1 alike to 1',
  'negative messages with 0',
  'raise $w$ to 3',
  'inputs that are 0 or 1',
  'weights $(1, 1)$. With bias $-1.5$ it is one logic gate, with bias $-0.5$ another',
  'With bias $-1.5$',
  'With $-1.5$ both inputs are needed, with $-0.5$ one',
  'With bias $-0.5$ the unit answers 1 to $(1, 1)$',
  'stays at 0. It takes both',
  '$b < 0$',
  '+ b \\ge 0$',
  '+ b < 0$',
  '+ 2b \\ge 0$',
  '-b > 0$',
  'slope is 1 everywhere',
  'section 1,',
];

describe('chapter 1', () => {
  it.each(Object.entries(computed))('says of the %s what the models compute', (_, claims) => {
    for (const claim of claims) expect(text).toContain(claim);
  });

  it('contains no number that nothing checks', () => {
    for (const phrase of given) expect(text, phrase).toContain(phrase);
    const rest = withoutClaims(text, [...Object.values(computed).flat(), ...given]);
    expect(digitsIn(rest)).toEqual([]);
  });

  it('opens the band again with a larger weight', () => {
    expect(band(3)).toBeGreaterThan(3 * band(1));
  });

  it('counts ten other gates that appear equally often', () => {
    expect(tally.reduce((sum, [, n]) => sum + n, 0)).toBe(729);
    expect(tally.filter(([, n]) => n === times('0111'))).toHaveLength(10);
    expect([times('0110'), times('1001')]).toEqual([0, 0]);
  });
});

describe('the cells of chapter 1', () => {
  it('compute the unit as the bench does', () => {
    const { shown } = run('neuron');
    expect(shown.map((s) => s['phi'])).toEqual(['relu', 'sigmoid', 'tanh']);
    expect(shown[0]).toMatchObject({ h, a: 0 });
    expect(shown[1]!['a']).toBeCloseTo(answer('sigmoid'), 14);
    expect(shown[2]!['a']).toBeCloseTo(answer('tanh'), 14);
  });

  it('count the spikes that were measured', () => {
    const { shown } = run('spikes');
    expect(shown.map((s) => s['counted'])).toEqual([0, 20, 63, 154]);
    for (const { input, exact } of shown) expect(exact).toBeCloseTo(rate(input as number), 10);
  });

  it('build the gates they name', () => {
    expect(run('gates').shown[0]).toEqual({ AND: '0001', OR: '0111', NOT: '1100', NAND: '1110' });
  });
});
