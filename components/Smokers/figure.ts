import type { Frame, Panel } from '../../src/figure/widget.ts';
import { lossChart } from '../../src/training/lossChart.ts';
import { lossOf, sayLoss, sayWhen, standing } from '../../src/training/trained.ts';
import { cloudPanel, hueOf } from './cloudPanel.ts';
import type { SmokersResult } from './model.ts';
import { netsPanel } from './netsPanel.ts';
import { slicesPanel } from './slicesPanel.ts';

const gap = 24;

/** Width of a panel: two stand side by side where there is room. */
export const panelWidth = (width: number): number => (width >= 700 ? Math.floor((width - gap) / 2) : width);

/** The cloud and its slices; the course of the loss and how sixteen other networks did. */
export function draw(result: SmokersResult, frame: Frame): readonly Panel[] {
  const part = { ...frame, width: panelWidth(frame.width) };
  const { snapshot, course } = result;
  const hue = hueOf(result);
  const now = standing(snapshot);
  // The numbers are means over all starts; a border is that of one.
  const whose = now.starts > 1 ? ' of start 1' : '';
  const loss = {
    title: 'Loss by step',
    description:
      `Logistic loss from 0 to 0.9 over ${course.steps} steps. ${sayWhen(snapshot)}: ${sayLoss(lossOf(now.train), 1)} ` +
      `on the 600, ${sayLoss(lossOf(now.heldOut), 1)} on new people; guessing gives 0.693.`,
  };
  const height = frame.phone ? 240 : 389;
  const chart = { snapshot, steps: course.steps, height, line: hue.line, text: hue.text };
  return [
    {
      key: 'cloud',
      heading: '600 invented people',
      axisNote: `a made-up rule, no medical content${whose && `; border${whose}`}`,
      svg: cloudPanel(result, part),
    },
    {
      key: 'slices',
      heading: 'The same invented people, sliced by age',
      axisNote: `systolic pressure (mmHg) over weight (kg); border${whose}, at the middle age of each slice`,
      svg: slicesPanel(result, part),
    },
    {
      key: 'loss',
      heading: 'How the loss came down',
      axisNote: 'logistic loss on invented data; thin lines are single starts',
      svg: lossChart(part, chart, loss),
    },
    {
      key: 'nets',
      heading: 'This network and sixteen others',
      axisNote: 'right answers on 2000 new invented people, in per cent',
      svg: netsPanel(result, part),
    },
  ];
}
