import { picture } from '../../src/figure/svg.ts';
import type { Frame, Panel } from '../../src/figure/widget.ts';
import type { Machine } from './model.ts';
import { drawNetworks } from './network.ts';
import { drawPad } from './pad.ts';
import { read } from './words.ts';

/** The two networks with their numbers, and the square of inputs. */
export function draw(result: Machine, frame: Frame): Panel[] {
  const beside = frame.width >= 760;
  const side = beside ? Math.round(frame.width * 0.36) : Math.min(frame.width, 358);
  const width = beside ? frame.width - side - 24 : frame.width;
  const networks = drawNetworks(frame, result, width);
  const pad = drawPad(frame, result, side);
  const { title, description } = read(result);
  return [
    {
      key: 'networks',
      svg: picture({ ...frame, width }, networks.height, { title, description }, networks.parts),
    },
    {
      key: 'pad',
      axisNote: 'Every input, and how far the two are apart there',
      svg: picture(
        { ...frame, width: side },
        pad.height,
        { title: 'The square of inputs', description: read(result).finding! },
        pad.parts,
      ),
    },
  ];
}
