import type { Frame, Panel } from '../../src/figure/widget.ts';
import { lossChart } from '../../src/training/lossChart.ts';
import { lossOf, sayLoss, sayWhen, standing } from '../../src/training/trained.ts';
import { hueOf, mapPanel } from './mapPanel.ts';
import type { PlanarResult } from './model.ts';
import { ninePanel } from './ninePanel.ts';
import { countOutside, windows } from './points.ts';

const gap = 24;

function sayOutside({ points, data }: PlanarResult): string {
  const lost = countOutside(points, windows[data]);
  return lost === 0 ? '' : `; ${lost} ${lost === 1 ? 'point lies' : 'points lie'} outside`;
}

/** The numbers are means over all starts; the map is that of one. */
const sayStart = ({ snapshot }: PlanarResult): string =>
  snapshot.train.length > 1 ? 'map of start 1; ' : '';

/** The map of this network and its loss on the left where there is room, the nine maps on the right. */
export function draw(result: PlanarResult, frame: Frame): readonly Panel[] {
  const { snapshot, course } = result;
  const side = frame.width >= 700 ? Math.floor((frame.width - gap) / 2) : Math.min(frame.width, 480);
  const part = { ...frame, width: side };
  const hue = hueOf(result);
  const words = {
    title: 'Loss by step',
    description:
      `Logistic loss from 0 to 0.9 over ${course.steps} steps. ${sayWhen(snapshot)}: ` +
      `${sayLoss(lossOf(standing(snapshot).train), 1)}; guessing gives 0.693.`,
  };
  const chart = { snapshot, steps: course.steps, height: 210, line: hue.line, text: hue.text };
  return [
    {
      key: 'map',
      heading: 'This network',
      axisNote: `${sayStart(result)}shaded: class 1; thin lines: units of layer 1${sayOutside(result)}`,
      svg: mapPanel(result, part),
    },
    {
      key: 'nine',
      heading: 'Three functions, three sets of points',
      axisNote: '2-16-16-1 after 1500 steps; points right below each map',
      svg: ninePanel(part),
    },
    {
      key: 'loss',
      heading: 'How its loss came down',
      axisNote: 'logistic loss',
      svg: lossChart(frame, chart, words),
    },
  ];
}
