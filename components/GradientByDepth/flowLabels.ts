import { identity } from '../../src/figure/identity.ts';
import { type Ending, wrapped } from './endings.ts';
import { boundBase, boundOf, type Decades, steadyOf } from './lines.ts';
import { activationOf, type Comparison, type Measured } from './model.ts';
import { fateText } from './words.ts';

interface Room {
  readonly low: number;
  readonly high: number;
  /** Decades per pixel. */
  readonly fine: number;
  /** Pixels for words in the right margin. */
  readonly room: number;
  readonly phone: boolean;
}

/** What every line is, at its end: names of the measured, then theory, steady rates and bounds with their owners. */
export function flowLabels({ networks, seeds }: Comparison, room: Room): Ending[] {
  const { phone } = room;
  const names = networks.flatMap((n) => name(n, seeds, room));
  const theory = networks.map((n) => lineOf(n, n.prediction.log10Delta, theoryName(n, phone)));
  const steady = networks.map((n) => lineOf(n, steadyOf(n), phone ? 'steady' : 'steady rate'));
  const bound = networks.map((n) => lineOf(n, boundOf(n), boundText(n, room.room)));
  const lines = [theory, steady, bound].flatMap((kind) =>
    merged(
      kind.filter((l) => l !== null),
      room,
    ),
  );
  return [...names, ...lines].flatMap((ending) => wrapped(ending, room.room));
}

const theoryName = ({ prediction }: Measured, phone: boolean): string =>
  prediction.valid === 'large batch' ? (phone ? 'large batch' : 'theory, large batch') : 'theory';

const boundText = (network: Measured, room: number): string =>
  `${boundBase(network)}^1−L, ${room < 150 ? '' : 'one chain, '}|w| = 1`;

interface Line {
  readonly slot: string;
  readonly text: string;
  readonly values: Decades;
  /** Where the dots of its network end. */
  readonly name: number;
}

const lineOf = ({ setting, mean }: Measured, values: Decades | null, text: string): Line | null =>
  values && { slot: setting.slot.toUpperCase(), text, values, name: mean[0]! };

/** In decades and layers; without a layer, the end of the plot. */
interface Place {
  readonly y: number;
  readonly x: number | undefined;
}

/** Lines of one kind that end within a few pixels share their words: `theory B, C`. */
function merged(lines: readonly Line[], { low, high, fine }: Room): Ending[] {
  const found: (Place & { text: string; slots: string[]; by: number | undefined })[] = [];
  for (const { slot, text, values, name } of lines) {
    const { y, x } = endOf(values, low, high);
    const by = x === undefined && Math.abs(y - name) < 13 * fine ? name : undefined;
    const near = found.find((other) => other.text === text && Math.abs(other.y - y) < 9 * fine);
    if (near) near.slots.push(slot);
    else found.push({ text, slots: [slot], y, x, by });
  }
  return found.map(({ text, slots, y, x, by }) => {
    const owners = text.includes('^') ? '' : ` ${slots.join(', ')}`;
    return { y, x, by, text: `${text}${owners}`, color: 'var(--ink-2)', leader: 'var(--ink-3)' };
  });
}

/** Where a line ends in the plot: at layer 1, or where it leaves above or below. */
function endOf(values: Decades, low: number, high: number): Place {
  const last = values.findIndex((v) => v >= low && v <= high);
  if (last <= 0) return { y: Math.min(Math.max(values[0]!, low), high), x: undefined };
  return { y: values[last - 1]! > high ? high : low, x: last + 1 };
}

/** The name of a network at the end of its dots, with what became of those that have none. */
function name(network: Measured, seeds: number, { low, high }: Room): Ending[] {
  const { samples, mean, blownUp, prediction, setting } = network;
  const look = identity(activationOf(network).family);
  const end = mean[0]!;
  const reached = Number.isNaN(end) ? (prediction.log10Delta?.[0] ?? high) : end;
  const y = Math.min(Math.max(Number.isNaN(reached) ? high : reached, low), high);
  const text = `${setting.slot.toUpperCase()} ${activationOf(network).label}`;
  const own: Ending = { y, text, color: look.text, strong: true, leader: look.line };
  if (!blownUp) return [own];
  const fate = samples.length === 0 ? fateText[blownUp.fate].label : `${samples.length} of ${seeds}`;
  return [own, { y, text: fate, color: 'var(--ink-2)' }];
}
