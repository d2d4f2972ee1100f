// node bench/cost.ts: how far M4 of the design page wanders from one fresh load to the next, the sigmoid timed like any other.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compile } from '../components/CostBench/compile.ts';
import { costOf, timesOf } from '../components/Designer/timing.ts';
import { parseFormula } from '../src/activations/formula/index.ts';

const formulas = [
  'sigmoid(x)',
  '1/(1 + exp(-x))',
  'max(0, x)',
  'x * sigmoid(1.5x)',
  'min(max(0.01x, x), 6) + sin(2x)',
];
const LOADS = 6;

if (process.argv[2] === 'one') {
  const inputs = Float64Array.from({ length: 512 }, (_, i) => (i - 256) / 64);
  const runOf = (formula: string) => compile(parseFormula(formula), inputs).run;
  const yardsticks = { copy: runOf('x'), sigmoid: runOf('sigmoid(x)') };
  const scores = formulas.map((formula) =>
    costOf(timesOf({ ...yardsticks, f: runOf(formula) }, () => performance.now())),
  );
  console.log(JSON.stringify(scores));
} else {
  const loads = Array.from({ length: LOADS }, () => {
    const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), 'one'], {
      encoding: 'utf8',
    });
    return JSON.parse(stdout) as number[];
  });
  for (const [i, formula] of formulas.entries())
    console.log(`${formula}: ${loads.map((scores) => scores[i]!.toFixed(3)).join(' ')}`);
}
