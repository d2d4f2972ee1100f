import { cellText } from '../../src/figure/table.ts';
import type { Reading } from '../../src/figure/widget.ts';
import type { Folding } from './model.ts';
import type { RandomNet } from './randomNet.ts';
import type { Tents } from './tents.ts';

const count = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`;

function readTents({
  folds,
  pieces,
  units,
  flatUnits,
  cut,
  flat,
}: Tents & { readonly flat: boolean }): Reading {
  const holes = `A cut at ${cellText(cut, 2)} meets the graph at ${count(pieces, 'input')}.`;
  const deep = `${count(folds, 'fold')}, ${count(units, 'unit')}, ${count(pieces, 'straight piece')}`;
  const shape = `The graph on the inputs from 0 to 1 goes up and down between 0 and 1 in ${count(pieces, 'straight piece')}.`;
  if (flat) {
    return {
      title: `Unfolded into one layer, ${count(pieces, 'piece')} need at least ${count(flatUnits, 'unit')}`,
      finding: `Folded, the same graph takes ${count(units, 'unit')} in ${count(folds, 'layer')}. ${holes}`,
      description: `${shape} Below it ${count(flatUnits, 'dot')} for the units of a single layer, one under each bend. ${holes}`,
    };
  }
  return {
    title: `${deep.charAt(0).toUpperCase()}${deep.slice(1)}`,
    finding: `${holes} In a single layer the same graph would need at least ${count(flatUnits, 'unit')}, one per bend.`,
    description: `${shape} Below it ${count(folds, 'column')} of two dots for the hidden units. ${holes}`,
  };
}

function readRandom({ depth, width, pieces, units }: RandomNet): Reading {
  const tents = 2 ** Math.floor(units / 2);
  return {
    title: `With random weights, ${count(units, 'unit')} in ${count(depth, 'layer')} give ${count(pieces, 'piece')}`,
    finding: `Along this line the network switches a unit on or off at ${count(pieces - 1, 'input')}. Tents with as many units would make ${tents.toLocaleString('en').replaceAll(',', '\u202f')} pieces.`,
    description:
      `The output of a random ReLU network, ${count(depth, 'hidden layer')} of ${count(width, 'unit')}, on inputs from −2 to 2: ` +
      `a line of ${count(pieces, 'straight piece')}, its bends marked below.`,
  };
}

/** The picture in words. */
export const read = (result: Folding): Reading =>
  result.type === 'tents' ? readTents(result) : readRandom(result);
