import type { Reading, Table } from '../../src/figure/widget.ts';
import {
  lossOf,
  sayDivergences,
  sayLoss,
  sayOf,
  sayWhen,
  sayWhose,
  shapeOf,
  standing,
} from '../../src/training/trained.ts';
import type { SmokersResult } from './model.ts';
import { ownNet, tableNets } from './netsPanel.ts';
import { ceiling, seen, unseen } from './people.ts';
import { planeRight } from './plane.ts';

const share = (right: number, of: number): string => ((100 * right) / of).toFixed(1);

/** `a 3-8-1 network with ReLU`. */
function nameOf({ sizes, functions }: SmokersResult): string {
  const labels = functions.map(({ label }) => label);
  if (labels.length === 0) return 'a network without hidden layers';
  const [first, second] = labels;
  const both = second === undefined || second === first ? first! : `${first} and ${second}`;
  return `a ${shapeOf(sizes)} network with ${both}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function title(result: SmokersResult): string {
  const { functions, snapshot } = result;
  const net = ownNet(result).unseen.mean;
  const plane = (100 * planeRight(result.plane, unseen)) / unseen.labels.length;
  if (snapshot.divergences.some(({ start }) => start === 0))
    return 'The numbers outgrew the computer, and training broke off';
  if (snapshot.step === 0) return 'Before training, a network only guesses';
  if (functions.every(({ id }) => id === 'identity')) return 'Without a bend, a network is one more plane';
  // Worse by the numbers that the figure shows, which have one decimal.
  if (Number(net.toFixed(1)) < Number(plane.toFixed(1)))
    return `So far ${nameOf(result)} does worse than the plane`;
  if (net < 70) return `So far ${nameOf(result)} has found little more than a plane could`;
  return `${capital(nameOf(result))} is right about ${Math.round(net)} new people in 100, the plane about ${Math.round(plane)}`;
}

export function read(result: SmokersResult): Reading {
  const { snapshot } = result;
  const net = ownNet(result);
  const now = standing(snapshot);
  const whose = now.starts === 1 ? ' (one random start)' : sayWhose(now) && ` (${sayWhose(now)})`;
  const [before, after] = [lossOf(now.train), lossOf(now.heldOut)].map((loss) => sayLoss(loss, net.starts));
  const onSeen = planeRight(result.plane, seen);
  const finding =
    `${sayWhen(snapshot)}: right about ${sayOf(net.seen, net.starts)} % of the 600 it learned from and ` +
    `${sayOf(net.unseen, net.starts)} % of 2000 new people${whose}; logistic loss ${before} and ${after}. ` +
    `The plane: ${onSeen} of 600, or ${share(onSeen, 600)} %, and ${share(planeRight(result.plane, unseen), 2000)} % of the new. ` +
    `Nobody can do better than ${(100 * ceiling(unseen)).toFixed(0)} % on average: the rule itself tosses a coin near its border.${sayDivergences(snapshot)}`;
  return { title: title(result), finding, description: finding };
}

/** The reader's network and the sixteen of the table. */
export function table(result: SmokersResult): Table {
  return {
    columns: [
      { label: 'network' },
      { label: 'φ' },
      { label: 'starts' },
      { label: 'right of the 600, %', digits: 4 },
      { label: 'deviation', digits: 2 },
      { label: 'right of new people, %', digits: 4 },
      { label: 'deviation', digits: 2 },
    ],
    rows: [ownNet(result), ...tableNets].map((net) => [
      net.name,
      net.function,
      net.starts,
      net.seen.mean,
      net.seen.deviation,
      net.unseen.mean,
      net.unseen.deviation,
    ]),
  };
}
