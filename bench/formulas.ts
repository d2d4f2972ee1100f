// node bench/formulas.ts: what a typed formula costs, alone and when a figure of the book chooses it. Processor time, medians.
import { activationFromFormula, parseFormula } from '../src/activations/formula/index.ts';
import { loopOf } from '../src/activations/formula/loop.ts';
import { treeOf } from '../src/activations/formula/tree.ts';
import { findingsOf } from '../src/activations/properties/findings.ts';
import { announceOwn, ownId } from '../src/figure/ownFunctions.ts';
import { defaults } from '../src/figure/settings.ts';

const formulas = {
  'max(0, x)': 'max(0, x)',
  'x * sigmoid(1.5x)': 'x * sigmoid(1.5x)',
  '140 sines, all alike': `x${'+sin(x)'.repeat(140)}`,
  '40 sines, all different': Array.from({ length: 40 }, (_, i) => `sin(${i + 1}x)/(1+x^2)`).join('+'),
} as const;

/** Milliseconds of processor time: other programs on the machine do not count. */
function spent(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const median = (values: readonly number[]): number =>
  values.toSorted((p, q) => p - q)[Math.floor(values.length / 2)]!;
const repeated = (run: () => unknown): number => median(Array.from({ length: 5 }, () => spent(run)));

const TURNS = 20_000;
function nanoseconds(f: (x: number) => unknown): number {
  const run = (): void => {
    for (let i = 0; i < TURNS; i++) f(i / 1250 - 8);
  };
  return (repeated(run) / TURNS) * 1e6;
}

console.log('formula | f: closures, loop | f, f′, f″: closures, loop (ns) | breaks | findings (ms)');
for (const [name, formula] of Object.entries(formulas)) {
  const program = parseFormula(formula);
  const [tree, loop] = [treeOf(program), loopOf(program)];
  const times = [tree.value, loop.value, tree.dual, loop.dual].map((f) => nanoseconds(f).toFixed(0));
  const breaks = repeated(() => activationFromFormula(formula).kinks);
  const found = repeated(() => findingsOf(activationFromFormula(formula)));
  console.log([name, ...times, breaks.toFixed(1), found.toFixed(1)].join(' | '));
}

const figures = [
  'UnitChain',
  'DerivativeLab',
  'CollapseMachine',
  'ChainRule',
  'NeuronBench',
  'MessageRelay',
] as const;

/** The first time that a figure meets a function, of which nothing is known yet. */
async function choice(tag: (typeof figures)[number], formula: string): Promise<number> {
  const { default: widget } = await import(`../components/${tag}/widget.ts`);
  const id = ownId(formula);
  const key =
    Object.keys(widget.controls).find((name) => widget.controls[name].kind === 'activation') ?? 'phi';
  const settings = { ...defaults(widget.controls), [key]: id };
  const frame = { width: 620, document: undefined };
  widget.compute(defaults(widget.controls), frame);
  const times = Array.from({ length: 3 }, () => {
    const leave = announceOwn({ id, label: 'mine', formula });
    const time = spent(() => widget.compute(settings));
    leave();
    return time;
  });
  return median(times);
}

for (const tag of figures) {
  const times = await Promise.all(Object.values(formulas).map((formula) => choice(tag, formula)));
  console.log(`${tag}: ${times.map((time) => time.toFixed(1)).join(', ')} ms`);
}
