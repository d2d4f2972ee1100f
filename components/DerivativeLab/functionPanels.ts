import * as Plot from '@observablehq/plot';
import { activationTrack, curvePoints, type Order } from '../../src/figure/curve.ts';
import { fitted } from '../../src/figure/fitted.ts';
import { identity } from '../../src/figure/identity.ts';
import { endLabels } from '../../src/figure/labels.ts';
import { grid, plot, zeroColumn, zeroLine } from '../../src/figure/plot.ts';
import type { Frame, Panel } from '../../src/figure/widget.ts';
import type { Lab } from './model.ts';
import { describeOrder, REACH } from './words.ts';

const GAP = 28;
const orders: Readonly<Record<Order, string>> = { f: 'f', df: 'f′', d2f: 'f″' };
const least: Readonly<Record<Order, readonly [number, number]>> = {
  f: [-1.2, 1.2],
  df: [-0.2, 1.1],
  d2f: [-0.8, 0.8],
};

/** f, f′ and f″ of up to three functions; the dash means the function. */
export function functionPanels(lab: Lab, frame: Frame): Panel[] {
  // Beside each other only where the names leave the curves some room.
  const columns = frame.width >= 800 ? 3 : frame.width >= 560 ? 2 : 1;
  const width = Math.floor((frame.width - (columns - 1) * GAP) / columns);
  return (['f', 'df', 'd2f'] as const).map((order) => functionPanel(lab, order, { ...frame, width }));
}

function functionPanel(lab: Lab, order: Order, frame: Frame): Panel {
  const { compared, x } = lab;
  const names = compared.map(({ label }) => fitted(label, frame.width < 300 ? 12 : 16));
  const room = 18 + 7.4 * Math.max(...names.map(({ length }) => length));
  const values = compared
    .flatMap((a) => curvePoints(a, -REACH, REACH, order).map(([, y]) => y))
    .filter(Number.isFinite);
  const [low, high] = [Math.min(least[order][0], ...values), Math.max(least[order][1], ...values)];
  const air = (high - low) * 0.05;
  return {
    key: `functions-${order}`,
    heading: orders[order],
    svg: plot(
      frame,
      {
        height: frame.phone ? 190 : 210,
        marginLeft: 34,
        marginRight: Math.max(72, room),
        x: { domain: [-REACH, REACH], ticks: [-4, -2, 0, 2, 4] },
        y: { domain: [low - air, high + air], ticks: 5 },
        marks: [
          grid(),
          zeroLine(),
          zeroColumn(),
          Math.abs(x) < REACH ? Plot.ruleX([x], { stroke: 'var(--ink-2)', strokeDasharray: '1,3' }) : null,
          compared.map((a) => activationTrack(a, -REACH, REACH, { order, width: 1.75 })),
          endLabels(
            compared.map((a, i) => {
              const { text, line } = identity(a.family);
              return { y: a[order](REACH), text: names[i]!, color: text, leader: line };
            }),
          ),
        ],
      },
      { title: `${orders[order]} of the functions compared`, description: describeOrder(lab, order) },
    ),
  };
}
