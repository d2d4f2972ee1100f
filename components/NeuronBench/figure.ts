import { fitted } from '../../src/figure/fitted.ts';
import { identity } from '../../src/figure/identity.ts';
import { picture, svg } from '../../src/figure/svg.ts';
import type { Frame, Panel, Reading, Table } from '../../src/figure/widget.ts';
import { type Answer, type Bench, compared } from './model.ts';
import { drawPhi, halfWidth } from './phi.ts';
import { drawUnit, shown } from './unit.ts';

const GAP = 22;

/** One function of the ten: name, small plot, its answer and its slope. */
function cell(frame: Frame, h: number, answer: Answer, left: number, top: number, width: number): SVGElement {
  const height = width * (frame.phone ? 0.44 : 0.52);
  const line = (y: number, text: string, style: Record<string, string | number>) =>
    svg(frame, 'text', { x: left, y, 'font-size': 12, ...style }, text);
  const number = { 'font-weight': 600, fill: 'var(--ink)' };
  const a = line(top + height + 42, 'a ', { fill: 'var(--ink-2)' });
  a.append(svg(frame, 'tspan', number, shown(answer.a)));
  const slope = line(top + height + 59, 'slope ', { fill: 'var(--ink-2)' });
  slope.append(svg(frame, 'tspan', number, shown(answer.slope)));
  const { text } = identity(answer.activation.family);
  return svg(
    frame,
    'g',
    {},
    line(top + 12, fitted(answer.activation.label, 20), { 'font-size': 13, 'font-weight': 600, fill: text }),
    drawPhi(frame, { left, top: top + 22, width, height }, h, answer, false),
    a,
    slope,
  );
}

/** `Ten functions and the newest 5 of yours, the same h = −0.2`. */
function heading({ answers: { length }, older, h }: Bench): string {
  const own = length - compared.length;
  const count = own === 1 ? 'one' : own;
  const yours = own === 0 ? '' : ` and ${older.length > 0 ? 'the newest ' : ''}${count} of yours`;
  return `Ten functions${yours}, the same h = ${shown(h)}`;
}

/** Where the reader finds the rest of their own. */
function absent({ older }: Bench): string {
  const names = older.slice(0, 3).map(({ label }) => `“${label}”`);
  const more = older.length > 3 ? ` and ${older.length - 3} more` : '';
  return `Not shown here: ${names.join(', ')}${more}. Each stands on the bench once it is chosen.`;
}

function answers(frame: Frame, unit: Bench): Panel {
  const columns = frame.phone ? 2 : 5;
  const width = (frame.width - GAP * (columns - 1)) / columns;
  const pitch = width * (frame.phone ? 0.44 : 0.52) + 84;
  const cells = unit.answers.map((answer, i) =>
    cell(frame, unit.h, answer, (i % columns) * (width + GAP), 8 + Math.floor(i / columns) * pitch, width),
  );
  const own = unit.answers.length - compared.length;
  const list = unit.answers.map(
    ({ activation, a, slope }) => `${activation.label} ${shown(a)}, slope ${shown(slope)}`,
  );
  return {
    key: 'answers',
    heading: heading(unit),
    ...(unit.older.length > 0 && { axisNote: absent(unit) }),
    svg: picture(
      frame,
      pitch * Math.ceil(unit.answers.length / columns) - 12,
      {
        title: `${own > 0 ? 'Functions' : 'Ten functions'} at the same input`,
        description: `${own > 0 ? unit.answers.length : 'Ten'} small plots, each with the point at h = ${shown(unit.h)}. Outputs: ${list.join('; ')}.`,
      },
      svg(frame, 'g', { 'font-family': 'var(--sans)' }, ...cells),
    ),
  };
}

/** The unit, and below it the ten functions at the same h. */
export function draw(unit: Bench, frame: Frame): Panel[] {
  const { height, parts } = drawUnit(frame, unit);
  const { title, description } = read(unit);
  const panel = { key: 'unit', svg: picture(frame, height, { title, description }, ...parts) };
  return unit.all ? [panel, answers(frame, unit)] : [panel];
}

const subscript = ['₁', '₂', '₃'];

function sensitivity({ slope, effects, activation }: Bench): string {
  if (Math.abs(slope) < 1e-9) {
    return `Here ${activation.label} is flat: a small change of any input changes nothing.`;
  }
  const moves = effects.map((effect, i) => `x${subscript[i]} by ${shown(effect)}`).join(', ');
  return `A small move of an input reaches the output multiplied: ${moves}.`;
}

/** The picture in words. */
export function read(unit: Bench): Reading {
  const { activation, x, w, b, products, h, a } = unit;
  const answer =
    a === 0 ? `${activation.label} passes on exactly 0` : `${activation.label} passes on ${shown(a)}`;
  const terms = products.map((p, i) => `${shown(w[i]!)} times ${shown(x[i]!)} is ${shown(p)}`).join(', ');
  return {
    title: `The evidence adds up to ${shown(h)}, and ${answer}`,
    finding: `h = ${shown(h)}, a = ${shown(a)}. ${sensitivity(unit)}`,
    description:
      `Three inputs run along arrows to a sum: ${terms}; the bias adds ${shown(b)}. The sum h = ${shown(h)} enters a ` +
      `plot of ${activation.label} from ${shown(-halfWidth(h))} to ${shown(halfWidth(h))}; the point on the curve above h has height a = ${shown(a)}, ` +
      `which leaves to the right. ${sensitivity(unit)}`,
  };
}

/** The function on the bench, then the ten, whether they are drawn or not. */
export function table(unit: Bench): Table {
  const others = unit.answers.filter(({ activation }) => activation.spec !== unit.activation.spec);
  return {
    columns: [{ label: 'Function' }, { label: 'h' }, { label: 'a = φ(h)' }, { label: 'φ′(h)' }],
    rows: [unit, ...others].map(({ activation, a, slope }) => [activation.label, unit.h, a, slope]),
  };
}
