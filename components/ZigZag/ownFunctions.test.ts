import { expect, it } from 'vitest';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { controls } from './controls.ts';
import { draw } from './figure.ts';
import { conditions, zigZag } from './model.ts';
import { read } from './words.ts';

it.each([
  ['0/0', null],
  ['log(x)', null],
  ['1/x', null],
  ['x*0+1', null],
  ['x*0', null],
  // Var sin z = (1 − e^−2)/2.
  ['1000+sin(x)', 1 + (100 * 1e6) / ((1 - Math.exp(-2)) / 2)],
])('gives κ of f(x) = %s only where f has a mean and varies', (formula, kappa) => {
  const leave = announceOwn(ownFunction('mine', formula));
  const result = zigZag({ ...defaults(controls), tab: 'functions', n: 100 });
  const found = conditions(100).find(({ label }) => label === 'mine');
  const { finding } = read(result);
  leave();
  if (kappa === null) {
    expect(found).toBeUndefined();
    expect(finding).toContain('Without a mean or a variance: mine.');
  } else {
    expect(found!.kappa / kappa).toBeCloseTo(1, 9);
    expect(finding).not.toContain('Without');
  }
});

it('takes in the reader’s own functions, whatever they are called', () => {
  const leave = announceOwn(ownFunction('ReLU', 'max(0, x)'));
  const rows = conditions(100).filter(({ label }) => label === 'ReLU');
  expect(rows.map(({ family }) => family).sort()).toEqual(['relu', 'yours']);
  expect(rows[0]!.kappa).toBeCloseTo(rows[1]!.kappa, 9);
  const drawn = draw(
    zigZag({ ...defaults(controls), tab: 'functions' }),
    frameAt(serverDocument(), 'fig', 358),
  );
  expect(drawn[0]!.svg.outerHTML.match(/>ReLU</g)).toHaveLength(2);
  expect(drawn[0]!.svg.outerHTML).toContain('--fn-yours');
  leave();
});
