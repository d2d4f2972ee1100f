import type { Activation } from '../../src/activations/activation.ts';
import { cellText } from '../../src/figure/table.ts';
import { wholeNumber } from '../../src/figure/wholeNumber.ts';
import type { Reading } from '../../src/figure/widget.ts';
import { isPiecewiseStraight } from '../CollapseMachine/regions.ts';
import { mostMarked } from './graph.ts';
import type { Folding } from './model.ts';
import type { RandomNet } from './randomNet.ts';
import type { Tents } from './tents.ts';

const count = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`;

function readTents({
  folds,
  pieces,
  units,
  bends,
  flatUnits,
  cut,
  flat,
}: Tents & { readonly flat: boolean }): Reading {
  const unmarked = pieces > mostMarked ? ', too many to mark them' : '';
  const holes = `A cut at ${cellText(cut, 2)} meets the graph at ${count(pieces, 'input')}${unmarked}.`;
  const deep = `${count(folds, 'fold')}, ${count(units, 'unit')}, ${count(pieces, 'straight piece')}`;
  const shape = `The graph on the inputs from 0 to 1 goes up and down between 0 and 1 in ${count(pieces, 'straight piece')}.`;
  if (folds === 0) {
    const title = 'Without a fold the output is the input, and takes no unit';
    return { title, finding: holes, description: `${shape} ${holes}` };
  }
  const price = `${count(bends, 'bend takes a unit', 'bends take a unit each')}, the slope at the start takes one more.`;
  if (flat) {
    const folded =
      folds === 1
        ? 'A single fold is one layer already.'
        : `Folded, the same graph takes ${count(units, 'unit')} in ${count(folds, 'layer')}.`;
    return {
      title: `Unfolded into one layer, ${count(pieces, 'piece')} take ${count(flatUnits, 'unit')}`,
      finding: `${price} ${folded} ${holes}`,
      description: `${shape} Below it ${count(flatUnits, 'dot')} for the units of a single layer, one at 0 and one under each bend. ${holes}`,
    };
  }
  const alone =
    folds === 1
      ? 'One fold is a single layer.'
      : `In a single layer the same graph takes ${count(flatUnits, 'unit')}: ${price}`;
  return {
    title: `${deep.charAt(0).toUpperCase()}${deep.slice(1)}`,
    finding: `${holes} ${alone}`,
    description: `${shape} Below it ${count(folds, 'column')} of two dots for the hidden units. ${holes}`,
  };
}

/** A reader's name for a function may be any words. */
const nameOf = ({ label, family }: Activation): string => (family === 'yours' ? `“${label}”` : label);

function readRandom(net: RandomNet): Reading {
  const { depth, width, straight, pieces, units, activation } = net;
  const label = nameOf(activation);
  const named =
    label === 'ReLU' ? count(units, 'unit') : `${units} ${label} ${units === 1 ? 'unit' : 'units'}`;
  const hidden = `a random ${label} network, ${count(depth, 'hidden layer')} of ${count(width, 'unit')}, on inputs from −2 to 2`;
  const most = 2 ** Math.floor(units / 2);
  const tents = (one: string, more: string): string => `${wholeNumber(most)} ${most === 1 ? one : more}`;
  const [give, make] = units === 1 ? ['gives', 'makes'] : ['give', 'make'];
  if (straight) {
    return {
      title: `With random weights, ${named} in ${count(depth, 'layer')} ${give} ${count(pieces, 'piece')}`,
      finding: `Along this line ${passing(net)} at ${count(pieces - 1, 'input')}. Tents with as many units would make ${tents('piece', 'pieces')}.`,
      description: `The output of ${hidden}: a line of ${count(pieces, 'straight piece')}, its bends marked below.`,
    };
  }
  const turns = count(pieces - 1, 'input');
  const times = pieces === 1 ? 'never' : pieces === 2 ? 'once' : `${pieces - 1} times`;
  const gaps = net.curve?.some(([, y]) => Number.isNaN(y))
    ? ` Where the line is missing, it has no finite value.`
    : '';
  return {
    title: `With random weights, ${named} in ${count(depth, 'layer')} ${make} an output that turns round ${times}`,
    finding: `${whyNoPieces(activation)} What can be counted is where the output turns from rising to falling or back: at ${turns}. Tents of ReLUs with as many units would make ${tents('rise or fall', 'rises and falls')}.${gaps}`,
    description: `The output of ${hidden}: a curve that turns round at ${turns}, marked below.${gaps}`,
  };
}

const whyNoPieces = (activation: Activation): string =>
  isPiecewiseStraight(activation)
    ? 'There are more straight pieces than this figure follows.'
    : `There are no straight pieces to count, since ${nameOf(activation)} is curved.`;

function passing({ activation }: RandomNet): string {
  if (activation.label === 'ReLU') return 'the network switches a unit on or off';
  const jumps = activation.kinks.filter(({ of }) => of === 'f').length;
  const what = jumps === 0 ? 'corner' : jumps === activation.kinks.length ? 'jump' : 'corner or jump';
  return `some unit passes a ${what} of ${nameOf(activation)}`;
}

/** The picture in words. */
export const read = (result: Folding): Reading =>
  result.type === 'tents' ? readTents(result) : readRandom(result);
