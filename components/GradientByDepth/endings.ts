import type * as Plot from '@observablehq/plot';
import { fitted } from '../../src/figure/fitted.ts';
import { spread } from '../../src/figure/labels.ts';
import { svg } from '../../src/figure/svg.ts';

/** What stands beside the end of a line, in the right margin. */
export interface Ending {
  /** Value on the y scale where the line ends. */
  readonly y: number;
  /** Value on the x scale where the line ends; default: the right edge of the plot. */
  readonly x?: number | undefined;
  /** Value on the y scale where its words would rather stand: by the name of their network. */
  readonly by?: number | undefined;
  readonly text: string;
  readonly color: string;
  /** Names of functions are strong, names of lines are not. */
  readonly strong?: boolean;
  /** CSS colour of the leader; none for the second line of a name. */
  readonly leader?: string | undefined;
}

/** Pixels between the edge of the plot and the words. */
export const indent = 13;

const perLetter = { strong: 7.2, plain: 6 } as const;

/** An ending that is too long for its margin goes on below itself, and is cut at the second line. */
export function wrapped(ending: Ending, room: number): Ending[] {
  const most = Math.floor(room / (ending.strong ? perLetter.strong : perLetter.plain));
  const { text } = ending;
  // A caret only raises what follows it.
  const bare = text.replace('^', '');
  if (fitted(bare, most) === bare) return [ending];
  const space = text.lastIndexOf(' ', most);
  // The letter of the network alone is no line.
  if (space < 2) return [{ ...ending, text: fitted(text, most) }];
  const rest = { ...ending, text: fitted(text.slice(space + 1), most), leader: undefined };
  return [{ ...ending, text: text.slice(0, space) }, rest];
}

/** A mark for Plot: all endings, at least 17 px apart; a moved one keeps a leader. */
export function endings(labels: readonly Ending[]): Plot.RenderFunction {
  return (_index, scales, _values, dimensions, context) => {
    const frame = { document: context.document };
    const { width, marginRight, marginTop } = dimensions;
    const [bottom, edge] = [dimensions.height - dimensions.marginBottom, width - marginRight];
    const height = (v: number): number => Math.min(Math.max(Number(scales.y?.(v)), marginTop), bottom);
    const at = labels.map(({ y }) => height(y));
    const put = spread(
      labels.map(({ y, by = y }) => height(by)),
      marginTop,
      bottom,
    );
    const group = svg(frame, 'g', { 'text-anchor': 'start' });
    labels.forEach(({ x, text, color, strong, leader }, i) => {
      const [from, to] = [at[i]!, put[i]!];
      const start = x === undefined ? edge : Number(scales.x?.(x));
      if (leader && (Math.abs(from - to) > 2 || edge - start > 4)) {
        const d = `M${(start + 3).toFixed(1)},${from.toFixed(1)}H${edge + 3}L${edge + 10},${to.toFixed(1)}`;
        group.append(svg(frame, 'path', { d, fill: 'none', stroke: leader }));
      }
      const look = strong ? { 'font-size': 13, 'font-weight': 600 } : { 'font-size': 12 };
      group.append(svg(frame, 'text', { x: edge + indent, y: to, dy: '0.32em', fill: color, ...look }, text));
    });
    return group;
  };
}
