import { describe, expect, it } from 'vitest';
import { walk } from '../../components/ChainRule/model.ts';
import { recordedBench } from '../../components/CostBench/model.ts';
import { recorded, recordedLayer } from '../../components/CostBench/recorded.ts';
import { errorRows } from '../../components/DerivativeLab/model.ts';
import { FEW } from '../../components/GradientAtlas/atlas.ts';
import { shape } from '../../components/GradientAtlas/measure.ts';
import record from '../../components/GradientAtlas/record.json' with { type: 'json' };
import { twelve } from '../../components/GradientAtlas/twelve.ts';
import { controls as zigZagControls } from '../../components/ZigZag/controls.ts';
import { conditions, zigZag } from '../../components/ZigZag/model.ts';
import measured from '../../reference/measured.json' with { type: 'json' };
import theory from '../../reference/theory.json' with { type: 'json' };
import { findActivation } from '../../src/activations/index.ts';
import { defaults } from '../../src/figure/settings.ts';
import { wholeNumber } from '../../src/figure/wholeNumber.ts';
import { depthProfile } from '../../src/network/theory/depthProfile.ts';
import { fixedPoint } from '../../src/network/theory/fixedPoint.ts';
import { lengthStep } from '../../src/network/theory/lengthMap.ts';
import { sigmoidWindow, widestSigmoidWindow } from '../../src/network/theory/neuronChain.ts';
import { batchNormChi, layerNormChi } from '../../src/network/theory/normalised.ts';
import { sharedSignProbability, stepsToShrink, valley } from '../../src/network/theory/zigzag.ts';
import { unbraced } from './chapter-2-words.ts';
import { given } from './chapter-3-given.ts';
import { digitsIn, proseOf, withoutClaims } from './claims.ts';

const text = unbraced(proseOf('3-ideal-properties'));

const weights = { w1: 1.5, b1: -0.2, w2: -2, b2: 0.3 };
const right = walk('tanh', 'slope', 0.7, weights);
const wrong = walk('tanh', 'value', 0.7, weights);
const d4 = (value: number) => value.toFixed(4);
const ratio = (spec: string, column: number) => twelve.find(([name]) => name === spec)![1][column]!;
const phi = findActivation;
const decades = (spec: string, sigmaW2: number) =>
  depthProfile(phi(spec), { sigmaW2 }, { depth: 20 }).log10Gradient[0]!;
const growth = Math.sqrt(batchNormChi(phi('relu')));
const kappa = (label: string) => conditions(100).find((row) => row.label === label)!.kappa;
/** What is left of a subject's time without copying, as the figure shows it. */
const bill = (subject: string, order: 'shuffled' | 'sorted' = 'shuffled') =>
  recordedBench({ size: 2 ** 16, precision: 64, order, form: 'naive', width: 256 }).rows.find(
    (row) => row.key === subject,
  )!;
const costs = measured.cost.protocol.match(/Node (\d+).*Float(\d+)Array of (\d+) standard normal/)!;
const sigmoidSlope = phi('sigmoid').df(1);
const errors = errorRows(phi('sigmoid'), 1, sigmoidSlope);
const errorAt = (exponent: number) => errors.find((row) => row.exponent === exponent)!;
/** `4.6 \cdot 10^{-3}` */
const tex = (value: number, digits = 1) =>
  value.toExponential(digits).replace(/e([+-]\d+)$/, ' \\cdot 10^{$1}');
const extrema = (spec: string) => phi(spec).claims.lipschitz;
const narrow = measured.gradients.rows.find((r) => r.act === 'relu' && r.sw2 === 2 && r.N === 64)!;
const wide = measured.gradients.rows.find(
  (r) => r.act === 'sigmoid' && r.sw2 === 1 && r.N !== narrow.N && r.from_layer === 1 && !('norm' in r),
)!;
const selu = fixedPoint(phi('selu'), { sigmaW2: 1 });
/** What each of nineteen steps leaves, in per cent, if 10^`lost` is lost in all. */
const perStep = (lost: number) => `${(100 * 10 ** (-lost / 19)).toFixed(0)}\u202f% per layer`;
const reluLoss = Number((10 ** -decades('relu', 1)).toPrecision(1));

const computed = {
  whisper: [`$0.25^{10} = ${(0.25 ** 10).toFixed(8)}$`, `a millionth. Nobody`, `is $1/4$, at $h = 0$`],
  walk: [
    `$h = 1.5 \\cdot 0.7 - 0.2 = ${right.h1.toFixed(2)}$, and $g = \\tanh ${right.h1.toFixed(2)} = ${d4(right.g)}$`,
    `$h = -2 \\cdot ${d4(right.g)} + 0.3 = ${d4(right.h2)}$, and $o = \\tanh h = ${d4(right.o)}$`,
    `$1 - ${d4(-right.o)}^2 = ${d4(right.f2)}$; times $w$ makes $${d4(right.back.g)}$`,
    `$1 - ${d4(right.g)}^2 = ${d4(right.f1)}$; times $w$ makes $${d4(right.f1 * right.w1)}$`,
    `$do/dx = ${d4(right.back.g)} \\cdot ${d4(right.f1 * right.w1)} = ${d4(right.back.x)}$`,
    `the output confirms it: $${d4(right.difference)}$`,
    `gives $${d4(wrong.back.x)}$ in place of $${d4(right.back.x)}$`,
  ],
  window: [
    `At $|w| = 5$ it is ${sigmoidWindow(5).toFixed(3)} wide`,
    `widest at $|w| = ${widestSigmoidWindow().w.toFixed(3)}$ with ${widestSigmoidWindow().width.toFixed(3)}`,
    `${sigmoidWindow(12).toFixed(3)} at $|w| = 12$`,
    `sigmoid ${extrema('sigmoid')}, tanh and ReLU ${extrema('tanh')}, GELU ${extrema('gelu').toFixed(3)}, hard-swish ${extrema('hard_swish')}, SELU ${extrema('selu').toFixed(3)}.`,
  ],
  depth: [
    `Twenty sigmoid layers, ${wide.N} units each`,
    `About ${10 ** 2}">\n    That would leave ${perStep(2)}`,
    `About ${wholeNumber(10 ** 5)}">\n    That would leave ${perStep(5)}`,
    `$10^{${decades('sigmoid', 1).toFixed(0)}}$ is left`,
    `With Xavier about 1/${reluLoss}, with He all`,
    `With Xavier about 1/${reluLoss}, with He it`,
    `random networks of ${shape.width} units (seeds 1 to ${record.relu[0]!.networks}), no biases`,
    `With ${narrow.N} units instead of ${wide.N}`,
    `theory says $${decades('sigmoid', 1).toFixed(3)}$, and twenty random networks gave $${ratio('sigmoid', 1)[1].toFixed(2)} \\pm ${ratio('sigmoid', 1)[2].toFixed(2)}$`,
    `smallest positive number is about $${tex(2 ** -24, 0)}$`,
    `the nineteen steps between twenty layers make $${decades('relu', 1).toFixed(3)}$ decades, $1/${(10 ** -decades('relu', 1)).toFixed(0)}$ of the length`,
    `are a factor ${(2 ** 9.5).toFixed(0)} for the length`,
    `$\\chi = 1/${(1 / fixedPoint(phi('relu'), { sigmaW2: 1 / 3 }).chi).toFixed(0)}$, and twenty layers lose ${(-decades('relu', 1 / 3)).toFixed(3)} decades`,
    `one needs $\\sigma^2 = ${theory.critical_sigmoid_at_sigma_b2_0.sigma_w2.toFixed(0)}$`,
    `cost only ${(-decades('tanh', 1)).toFixed(3)} decades`,
    `starts at $\\chi = ${lengthStep(phi('gelu'), { sigmaW2: 2 }, 2).chi.toFixed(3)}$`,
    `it is ${narrow.log10_ratio_sd.toFixed(2)} for ReLU`,
    `for GELU the table says $${ratio('gelu', 2)[1].toFixed(2)}$, the dots $${record.gelu[2]!.mean[0]!.toFixed(2)}$`,
  ],
  knobs: [
    `$\\sigma^2 = 2.1937$. But then $V'(q) = ${lengthStep(phi('gelu'), { sigmaW2: 2.1936999035324 }, 1).slope.toFixed(3)}$`,
    `keeps $q = 1$ at rest; its $\\chi$ is ${selu.chi.toFixed(3)}`,
    `By ${(100 * (growth - 1)).toFixed(1)}\u202f%, $\\sqrt{\\pi/(\\pi - 1)}$. Over fifty steps from layer to layer that is a factor of ${wholeNumber(growth ** 50)}`,
    `both make ${batchNormChi(phi('tanh')).toFixed(3)}`,
    `BatchNorm gives ${batchNormChi(phi('sigmoid')).toFixed(3)}`,
    `LayerNorm gives ${layerNormChi(phi('sigmoid')).toFixed(3)}`,
    `it tends to $1/${(1 / fixedPoint(phi('gelu'), { sigmaW2: 1 / 3 }).chi).toFixed(0)}$ for GELU`,
  ],
  valley: [
    `$\\kappa = ${valley(1, 0.5).condition}$. At the best possible step size, ${valley(1, 0.5).bestRate}, it takes ${stepsToShrink(valley(1, 0.5))} steps`,
    `$\\kappa = ${valley(1, 0.3).condition.toFixed(1)}$ and ${stepsToShrink(valley(1, 0.3))} steps`,
    `$\\kappa = ${valley(0, 0.5).condition}$, the valley is round`,
    `$s^2 = ${valley(1, 0.5).eigenvalues[0]}$`,
    `$s^2 + 2m^2 = ${valley(1, 0.5).eigenvalues[1]}$`,
    `$2.25 / 0.25 = ${2.25 / 0.25}$`,
    `gives ${kappa('sigmoid').toFixed(0)} for the sigmoid, ${kappa('ReLU').toFixed(1)} for ReLU, ${kappa('GELU').toFixed(1)} for GELU, and ${kappa('tanh').toFixed(0)} for tanh`,
    `one half for two inputs, $1/${1 / sharedSignProbability(10)}$ for ten`,
  ],
  bill: [
    `A layer with 256 inputs spends 256 multiplications and as many additions on *each* output, ${2 * 256} operations`,
    `took ${recordedLayer} ns in plain JavaScript. The sigmoid added ${bill('sigmoid').ns.toFixed(1)}, or ${(100 * bill('sigmoid').share).toFixed(1)}\u202f%`,
    `${bill('mish').ns.toFixed(1)} ns and ${(100 * bill('mish').share).toFixed(1)}\u202f%`,
    `when they are sorted, and ${(bill('relu').ns - bill('relu', 'sorted').ns).toFixed(0)} ns more when they are shuffled`,
    `takes ${bill('hardSwish').ns.toFixed(1)} ns either way`,
    'its time, and where there is room its share of the whole and the operations',
    `with Node ${costs[1]}, ${wholeNumber(Number(costs[3]))} random numbers of ${costs[2]} bits`,
  ],
  slope: [
    `the exact slope is ${sigmoidSlope.toFixed(6)}`,
    `with $h = 0.1$ misses it by $${tex(errorAt(-1).forward)}$, and with $h = 10^{-5}$ by $${tex(errorAt(-5).forward)}$`,
    `reaches $${tex(errorAt(-5).central)}$ at $h = 10^{-5}$`,
  ],
};

describe('chapter 3', () => {
  it.each(Object.entries(computed))('says of the %s what the models compute', (_, claims) => {
    for (const claim of claims) expect(text).toContain(claim);
  });

  it('contains no number that nothing checks', () => {
    expect(given.filter((phrase) => !text.includes(phrase))).toEqual([]);
    const rest = withoutClaims(text, [...Object.values(computed).flat(), ...given]);
    expect(digitsIn(rest)).toEqual([]);
  });

  it('finds χ = 1 for GELU at q = 1 where the prose says', () => {
    expect(lengthStep(phi('gelu'), { sigmaW2: 2.1936999035324 }, 1).chi).toBeCloseTo(1, 12);
  });

  it('is right about the words that stand for numbers', () => {
    // A fifth more per layer under BatchNorm; three of the answers' per cents; half of the squared gradient of ReLU.
    expect(Math.round((growth - 1) * 5)).toBe(1);
    expect(10 ** -decades('sigmoid', 1)).toBeGreaterThan(10 ** 11.5);
    expect(extrema('sigmoid')).toBe(1 / 4);
    for (const [sigmaW2, chi] of [
      // A third from the weights, a half from the flat side.
      [1 / 3, (1 / 3) * (1 / 2)],
      [1, 1 / 2],
      [2, 1],
    ] as const)
      expect(lengthStep(phi('relu'), { sigmaW2 }, 1).chi).toBeCloseTo(chi, 12);
    expect(text).toContain('the third comes from the weights, and the half from the flat side');
    expect(fixedPoint(phi('gelu'), { sigmaW2: 2 }).chi).toBeCloseTo(1 / 2, 3);
    expect(text).toContain('mean of ten random networks');
    expect(Object.values(record).flatMap((lines) => lines.map(({ networks }) => networks))).toEqual(
      new Array(12).fill(10),
    );
    expect(text).toContain('of three where you choose a function that is not recorded');
    expect(FEW).toBe(3);
    expect(shape).toEqual({ depth: 20, width: wide.N, batch: 4 });
    expect(text).toContain(
      'twenty other networks of the same size, on one sample each; the dots are of four samples',
    );
  });

  it('is right about how far single networks scatter', () => {
    const shaky = ['softplus', 'gelu', 'silu', 'hard_swish', 'mish'];
    const scatter = twelve.flatMap(([spec, columns]) =>
      columns.map(([, , deviation], column) => ({ deviation, wild: column === 2 && shaky.includes(spec) })),
    );
    for (const { deviation, wild } of scatter) {
      expect(deviation).toBeGreaterThan(wild ? 0.195 : 0.05);
      expect(deviation).toBeLessThan(wild ? 0.605 : 0.15);
    }
    expect(scatter.filter(({ wild }) => wild)).toHaveLength(5);
  });

  it('is right that hard-swish has nothing to guess: shuffled and sorted take the same time', () => {
    expect(recorded.sorted.hardSwish).toBe(recorded.shuffled.hardSwish);
    expect(recorded.shuffled.relu).toBeGreaterThan(4 * recorded.sorted.relu!);
    expect(bill('relu', 'sorted').ns).toBe(0);
  });

  it('is right about the best steps, and about every answer at the kink of ReLU', () => {
    const bestStep = (of: (row: (typeof errors)[number]) => number) =>
      errors.reduce((a, b) => (of(b) < of(a) ? b : a)).exponent;
    expect(Math.abs(bestStep((row) => row.forward) + 8)).toBeLessThanOrEqual(1);
    expect(Math.abs(bestStep((row) => row.central) + 5)).toBeLessThanOrEqual(1);
    const relu = phi('relu');
    for (let k = 1; k <= 15; k++) {
      const h = 10 ** -k;
      expect([relu.f(h) / h, (relu.f(h) - relu.f(-h)) / (2 * h), relu.df(0)]).toEqual([1, 0.5, 0]);
    }
  });

  it('is right that the best step is too long for single samples', () => {
    expect(text).toContain('that same step size throws the path out of the valley');
    // At η = 1/s² the mean square error trebles with every step: 1 − 2ηs² + η²·4s⁴, as E|x|²(x·e)² is 4s⁴|e|².
    for (const seed of [1, 2, 3, 4, 5])
      expect(zigZag({ ...defaults(zigZagControls), centred: true, batch: '1', seed })).toMatchObject({
        arrival: null,
        lost: true,
      });
  });

  it.each([
    ['decades', 'each a factor of ten'],
    ['BatchNorm', 'over a batch of samples it has mean zero and variance one'],
    ['LayerNorm', 'over the units of a layer'],
    ['orthogonal', 'leave their lengths alone'],
    ['transcendental', 'many steps inside'],
  ])('says what %s means where the word first stands', (word, meaning) => {
    const at = text.indexOf(word);
    expect(at).toBeGreaterThan(0);
    expect(text.slice(at, at + 200)).toContain(meaning);
  });

  it('says of the independence of the way back that it is assumed and tested, not explained', () => {
    expect(text).toContain('assume so as well, and put it to the test');
    expect(text).not.toMatch(/explain when that is harmless|before its \$\\chi\$ means anything/);
  });

  it('lets tanh decay like a power of depth', () => {
    const { chi } = depthProfile(phi('tanh'), { sigmaW2: 1 }, { depth: 400 });
    expect((1 - chi[399]!) * 400).toBeCloseTo(1, 1);
  });

  it('keeps scaled residual branches below a factor e', () => {
    for (const depth of [10, 50, 1000]) expect((1 + 1 / depth) ** depth).toBeLessThan(Math.E);
  });
});
