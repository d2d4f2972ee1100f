import { flow } from '../../../components/GradientHero/flow.ts';
import type { Activation } from '../../activations/activation.ts';
import { gelu } from '../../activations/gelu.ts';
import { hardSwish } from '../../activations/hardSwish.ts';
import { leakyRelu } from '../../activations/leakyRelu.ts';
import { relu } from '../../activations/relu.ts';
import { sigmoid } from '../../activations/sigmoid.ts';
import { silu } from '../../activations/silu.ts';
import { tanh } from '../../activations/tanh.ts';
import type { Point } from '../../figure/curve.ts';
import { rampColor, rampStep } from '../../figure/ramp.ts';
import { type Box, curve, type Drawing, type Frame, line, place, type Ring, type Stroke } from './drawing.ts';

const size = { width: 368, height: 108 };
type Mini = Omit<Drawing, 'label' | 'width' | 'height'>;

const main = ({ family, f }: Activation, frame: Frame): Stroke => ({
  d: curve(f, frame),
  family,
  weight: 'main',
});
const zero = (frame: Frame): Stroke => ({ d: curve(() => 0, frame, 1), family: null, weight: 'thin' });

function steepening(): Mini {
  const frame: Frame = { ...size, x: [-6, 6], y: [-0.12, 1.12] };
  const strokes = [0.5, 0.8, 1.25, 2, 3.2, 6, 12].map(
    (slope): Stroke => ({ d: curve((x) => sigmoid.f(slope * x), frame), family: null, weight: 'thin' }),
  );
  // A drawing may join the jump that a chart must leave open: here it is the edge of a stair.
  const stair: Point[] = [
    [-6, 0],
    [0, 0],
    [0, 1],
    [6, 1],
  ];
  const step: Stroke = { d: line(stair.map((p) => place(frame, p))), family: 'step', weight: 'main' };
  return { strokes: [...strokes, step] };
}

/** Places and changes of slope of a line with five bends, each bend one ReLU. */
const bends: readonly Point[] = [
  [-4.5, 0.61],
  [-2, -1.16],
  [0.4, 1.32],
  [2.6, -1.05],
  [4.4, 0.25],
];

function bent(): Mini {
  const frame: Frame = { ...size, x: [-6, 6], y: [-1.25, 1.25] };
  const f = (x: number) => bends.reduce((sum, [at, by]) => sum + by * relu.f(x - at), -0.73);
  const corners: Point[] = [-6, ...bends.map(([x]) => x), 6].map((x) => place(frame, [x, f(x)]));
  const rings = corners.slice(1, -1).map(([x, y]): Ring => ({ x, y, family: 'relu' }));
  const straight: Stroke = { d: curve((x) => x / 6, frame, 1), family: 'identity', weight: 'thin' };
  return { strokes: [straight, { d: line(corners), family: 'relu', weight: 'main' }], rings };
}

function slopes(): Mini {
  const frame: Frame = { ...size, x: [-8, 8], y: [-9.6, 0] };
  const strokes = Array.from({ length: 16 }, (_, i): Stroke => {
    const d = curve((x) => (i + 1) * Math.log10(sigmoid.df(x)), frame);
    return { d, family: 'sigmoid', weight: 'thin', opacity: 0.9 - 0.04 * i, dashed: false };
  });
  return { strokes };
}

function inUse(): Mini {
  const frame: Frame = { ...size, x: [-4, 4], y: [-1.1, 2.75] };
  const leak = leakyRelu({ negativeSlope: 0.12 });
  return { strokes: [zero(frame), ...[sigmoid, tanh, leak, relu].map((f) => main(f, frame))] };
}

function dips(): Mini {
  const frame: Frame = { ...size, x: [-5, 1], y: [-0.44, 0.74] };
  const thinRelu: Stroke = { ...main(relu, frame), weight: 'thin' };
  return { strokes: [zero(frame), thinRelu, ...[gelu, hardSwish, silu].map((f) => main(f, frame))] };
}

/** Gradient sizes by layer in one random network each; √2 is He's weight, 1 Xavier's. */
const races: readonly (readonly [Activation, number])[] = [
  [sigmoid, 1],
  [relu, 1],
  [tanh, 1],
  [relu, Math.SQRT2],
  [relu, 1.5 * Math.SQRT2],
];

function strips(): Mini {
  const boxes = races.flatMap(([activation, sigmaW], row) => {
    const sizes = flow(activation, sigmaW, 1);
    return sizes.map((decades, i): Box => {
      const { fill, hatched } = rampColor(rampStep(decades));
      const step = size.width / sizes.length;
      return { x: i * step, y: 6 + 19.5 * row, width: step - 1, height: 14, fill, hatched };
    });
  });
  return { boxes };
}

const minis: readonly (() => Mini)[] = [steepening, bent, slopes, inUse, dips, strips];

/** The small drawing of a chapter for the cover. */
export function mini(chapter: number, label: string): Drawing | null {
  const drawing = minis[chapter - 1]?.();
  return drawing ? { ...drawing, ...size, label } : null;
}
