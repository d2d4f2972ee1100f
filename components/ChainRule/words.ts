import type { Reading, Table } from '../../src/figure/widget.ts';
import type { Walk } from './model.ts';
import { shown, told } from './numbers.ts';

function titleOf({ agrees, by, back, difference }: Walk): string {
  if (!Number.isFinite(back.x) || !Number.isFinite(difference))
    return 'On this way a number is too large or undefined, and no rule can help';
  if (by === 'slope')
    return agrees
      ? 'Slope times weight, layer by layer: the product is what a nudge finds'
      : 'On the kink itself, a nudge and the convention disagree';
  return agrees
    ? 'Here the wrong rule happens to give the right number'
    : 'Without its primes the chain rule gives a number that has nothing to do with the network';
}

/** A factor of a product: behind a dot, a minus needs brackets. */
const factor = (value: number, i: number): string => (i > 0 && value < 0 ? `(${told(value)})` : told(value));

/** The picture in words. */
export function read(walk: Walk): Reading {
  const { x, h1, g, h2, o, f1, f2, w1, w2, back, difference, by, activation } = walk;
  const name = by === 'slope' ? 'Act′' : 'Act';
  const product = `${[f2, w2, f1, w1].map(factor).join(' · ')} = ${told(back.x)}`;
  return {
    title: titleOf(walk),
    finding: `Multiplying by ${name} and weights: ${product}. The finite difference is ${told(difference)}.`,
    description:
      `Five stations in a row for Act = ${activation.label}. Forward: x = ${shown(x)}, h₁ = ${shown(h1)}, g = ${shown(g)}, ` +
      `h₂ = ${shown(h2)}, o = ${shown(o)}. Between them two small plots of Act with the points reached. Backward, from right to ` +
      `left, the factors ${name}(h₂), w₂, ${name}(h₁), w₁ and their running product: ${product.replaceAll('10^', '10 to the power ')}.`,
  };
}

/** Every derivative, by the rule that was chosen. */
export function table({ back, byWeight, difference, by }: Walk): Table {
  const label = by === 'slope' ? 'by Act′' : 'by Act';
  const rows: readonly (readonly [string, number])[] = [
    ['do/dx', back.x],
    ['do/dw₁', byWeight.w1],
    ['do/db₁', byWeight.b1],
    ['do/dw₂', byWeight.w2],
    ['do/db₂', byWeight.b2],
    ['do/dx by finite difference', difference],
  ];
  return { columns: [{ label: 'Derivative' }, { label, digits: 15 }], rows };
}
