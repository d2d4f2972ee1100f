import { picture } from '../../src/figure/svg.ts';
import type { Frame, Panel, Table } from '../../src/figure/widget.ts';
import { drawGraph } from './graph.ts';
import type { Folding } from './model.ts';
import { drawPaper } from './paper.ts';
import { drawStack } from './stack.ts';
import { read } from './words.ts';

const PHONE = 300;

/** The graph with its units below it; beside it the folded strip, or the random network. */
export function draw(result: Folding, frame: Frame): Panel[] {
  const beside = frame.width >= 560;
  const side = beside ? Math.round(frame.width * 0.34) : frame.width;
  const width = beside ? frame.width - side - 28 : frame.width;
  const height = frame.phone ? PHONE : 330;
  const { title, description } = read(result);
  const tents = result.type === 'tents';
  const beneath = tents
    ? drawPaper({ ...frame, width: side }, result, beside ? height - 44 : 250)
    : drawStack({ ...frame, width: side }, result, beside ? height - 44 : 200);
  return [
    {
      key: 'graph',
      axisNote: tents
        ? 'T applied k times, on the inputs from 0 to 1'
        : 'Output of the network along its input',
      svg: picture(
        { ...frame, width },
        height,
        { title, description },
        drawGraph(frame, result, width, height),
      ),
    },
    {
      key: tents ? 'paper' : 'stack',
      axisNote: beneath.note,
      svg: picture({ ...frame, width: side }, beneath.height, beneath.words, beneath.svg),
    },
  ];
}

/** The corners of the graph. */
export function table({ corners }: Folding): Table {
  return { columns: [{ label: 'input' }, { label: 'output' }], rows: corners.map(([x, y]) => [x, y]) };
}
