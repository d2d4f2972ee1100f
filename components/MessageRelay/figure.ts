import { fitted } from '../../src/figure/fitted.ts';
import { identity } from '../../src/figure/identity.ts';
import { spread } from '../../src/figure/labels.ts';
import { picture, short, svg } from '../../src/figure/svg.ts';
import { cellText } from '../../src/figure/table.ts';
import type { Frame, Panel, Reading, Table } from '../../src/figure/widget.ts';
import { messages, type Relay, type Relays } from './model.ts';

interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Plan extends Margins {
  readonly width: number;
  readonly height: number;
  /** Thickness of one thread. */
  readonly thread: number;
  /** Messages drawn: every `every`-th, the ends included. */
  readonly every: number;
}

const shown = (value: number): string => cellText(Math.abs(value) < 1e-12 ? 0 : value, 3);

/** Beyond this, the distance of two values may be no number any more. */
const LARGEST = 1e300;
const drawnAt = (value: number): number => Math.min(Math.max(value, -LARGEST), LARGEST);

/** Lowest and highest number anywhere on the way, at least −2 to 2. */
function extent({ threads }: Relay): readonly [number, number] {
  const values = threads.flatMap((t) => t.values.filter(Number.isFinite).map(drawnAt));
  return [Math.min(-2, ...values), Math.max(2, ...values)];
}

function scales(plan: Plan, relay: Relay) {
  const [low, high] = extent(relay);
  const stages = relay.distinct.length - 1;
  const [span, tall] = [plan.width - plan.left - plan.right, plan.height - plan.top - plan.bottom];
  return {
    x: (stage: number) => plan.left + (stages === 0 ? 0 : (stage / stages) * span),
    y: (value: number) => plan.top + ((high - drawnAt(value)) / (high - low)) * tall,
    low,
    high,
  };
}

/** One thread per message, level at every relay; the lower the message, the paler the thread. */
function threads(frame: Frame, relay: Relay, plan: Plan): SVGElement {
  const { x, y } = scales(plan, relay);
  const { line } = identity(relay.activation.family);
  const paths = relay.threads
    .map((thread, i) => ({ thread, i }))
    .filter(({ i }) => i % plan.every === 0)
    .map(({ thread, i }) => {
      // A thread ends where a relay has no number to send on.
      const lost = thread.values.findIndex((v) => !Number.isFinite(v));
      const sent = lost < 0 ? thread.values : thread.values.slice(0, lost);
      const points = sent.map((v, j) => [x(j), y(v)] as const);
      const d = points.map(([px, py], j) => {
        if (j === 0) return `M${short(px)},${short(py)}`;
        const middle = short((points[j - 1]![0] + px) / 2);
        return `C${middle},${short(points[j - 1]![1])} ${middle},${short(py)} ${short(px)},${short(py)}`;
      });
      return svg(frame, 'path', {
        d: d.join(''),
        'stroke-opacity': 0.28 + (0.72 * i) / (messages.length - 1),
      });
    });
  return svg(frame, 'g', { fill: 'none', stroke: line, 'stroke-width': plan.thread }, ...paths);
}

type Style = Readonly<Record<string, string | number>>;

const text = (frame: Frame, x: number, y: number, content: string, style: Style): SVGElement =>
  svg(frame, 'text', { x, y, dy: '0.32em', 'font-size': 12, fill: 'var(--ink-3)', ...style }, content);

const centred = { 'text-anchor': 'middle' } as const;

function posts(frame: Frame, relay: Relay, plan: Plan): SVGElement[] {
  const { x } = scales(plan, relay);
  const bottom = plan.height - plan.bottom;
  return relay.distinct.flatMap((count, stage) => {
    const post = svg(frame, 'line', {
      x1: x(stage),
      x2: x(stage),
      y1: plan.top,
      y2: bottom,
      stroke: 'var(--hair)',
    });
    const name = stage === 0 ? 'message' : frame.phone ? String(stage) : `relay ${stage}`;
    const number = text(frame, x(stage), bottom + 18, String(count), {
      ...centred,
      'font-size': 13,
      'font-weight': 600,
      fill: 'var(--ink)',
    });
    return [post, text(frame, x(stage), plan.top - 14, name, centred), number];
  });
}

/** Values at the left edge, and the lowest and highest output at the right. */
function values(frame: Frame, relay: Relay, plan: Plan): SVGElement[] {
  const { x, y, low, high } = scales(plan, relay);
  const { text: hue } = identity(relay.activation.family);
  const outputs = relay.threads.map((t) => t.values.at(-1)!).filter(Number.isFinite);
  const ends = outputs.length === 0 ? [] : [...new Set([Math.max(...outputs), Math.min(...outputs)])];
  const put = spread(ends.map(y), plan.top, plan.height - plan.bottom);
  const right = x(relay.distinct.length - 1);
  const ticks = [low, (low + high) / 2, high].map((v) =>
    text(frame, plan.left - 10, y(v), shown(v), { 'text-anchor': 'end' }),
  );
  const labels = ends.map((v, i) =>
    text(frame, right + 10, put[i]!, shown(v), { 'font-size': 13, 'font-weight': 600, fill: hue }),
  );
  return [...ticks, ...labels];
}

const count = (n: number): string => (n === 1 ? '1 value' : `${n} values`);

function mainPanel(frame: Frame, relay: Relay, width: number): Panel {
  const right = frame.phone ? 54 : 56;
  const plan = {
    width,
    height: frame.phone ? 320 : 350,
    left: 40,
    right,
    top: 52,
    bottom: 34,
    thread: 1.25,
    every: 1,
  };
  const { text: hue } = identity(relay.activation.family);
  const name = text(frame, 0, 6, fitted(relay.activation.label, 26), {
    'font-size': 13,
    'font-weight': 600,
    fill: hue,
  });
  const label = text(frame, 0, plan.height + 2, 'different values left', { fill: 'var(--ink-2)' });
  const { title, description } = words(relay);
  return {
    key: 'threads',
    svg: picture(
      { ...frame, width },
      plan.height + 14,
      { title, description },
      svg(
        frame,
        'g',
        { 'font-family': 'var(--sans)' },
        ...posts(frame, relay, plan),
        threads(frame, relay, plan),
        ...values(frame, relay, plan),
        name,
        label,
      ),
    ),
  };
}

/** The three others: in a row, or in a column beside the main panel. */
function others(frame: Frame, list: readonly Relay[], width: number, column: boolean): Panel {
  const gap = frame.phone ? 14 : 24;
  const cellWidth = column ? width : (width - gap * 2) / 3;
  const pitch = column ? 126 : 0;
  const height = column ? 112 : 130;
  const cells = list.map((relay, i) => {
    const plan = { width: cellWidth, height, left: 0, right: 0, top: 24, bottom: 24, thread: 0.75, every: 2 };
    const { text: hue } = identity(relay.activation.family);
    const shift = column ? `translate(0 ${i * pitch})` : `translate(${short(i * (cellWidth + gap))} 0)`;
    return svg(
      frame,
      'g',
      { transform: shift },
      text(frame, 0, 6, relay.activation.label, { 'font-size': 13, 'font-weight': 600, fill: hue }),
      threads(frame, relay, plan),
      text(frame, cellWidth, height - 8, `${count(relay.distinct.at(-1)!)} left`, {
        'text-anchor': 'end',
        fill: 'var(--ink-2)',
      }),
    );
  });
  const description = list.map((relay) => words(relay).description).join(' ');
  return {
    key: 'others',
    svg: picture(
      { ...frame, width },
      column ? pitch * 2 + height : height,
      { title: 'Three other functions in the same chain', description },
      svg(frame, 'g', { 'font-family': 'var(--sans)' }, ...cells),
    ),
  };
}

/** The reader's function, large, and three others in the same chain, small. */
export function draw({ main, others: rest }: Relays, frame: Frame): Panel[] {
  const column = frame.width >= 760;
  const width = column ? Math.round(frame.width * 0.66) : frame.width;
  const side = column ? frame.width - width - 24 : frame.width;
  return [mainPanel(frame, main, width), others(frame, rest, side, column)];
}

const relayWord = (k: number): string => (k === 1 ? 'one relay' : `${k} relays`);

function words({ activation, distinct, threads: all }: Relay) {
  const k = distinct.length - 1;
  const outputs = all.map((t) => t.values.at(-1)!).filter((v) => !Number.isNaN(v));
  const [low, high] = [Math.min(...outputs), Math.max(...outputs)];
  const left = distinct.at(-1)!;
  const range =
    left === 0
      ? 'no value at all'
      : left === 1
        ? `the value ${shown(low)}`
        : `values from ${shown(low)} to ${shown(high)}`;
  return {
    title: `${left} of 41 messages can still be told apart after ${relayWord(k)} of ${activation.label}`,
    description:
      `${activation.label}: 41 threads start evenly spaced between −2 and 2. Different values left after each relay: ` +
      `${distinct.slice(1).join(', ')}. They end at ${range}.`,
    low,
    high,
  };
}

/** The picture in words. */
export function read({ main, w, b }: Relays): Reading {
  const { title, description, low, high } = words(main);
  const none = main.distinct.at(-1) === 0;
  const span = `The outputs span ${cellText(high - low, 4)}, from ${cellText(low, 4)} to ${cellText(high, 4)}.`;
  const slope = (i: number): string => cellText(main.threads[i]!.slope, 4);
  return {
    title,
    finding:
      `${none ? `${main.activation.label} has no value on the way, and nothing arrives.` : span} Total slope of the chain: ` +
      `${slope(10)} at message −1, ${slope(20)} at message 0, ${slope(30)} at message 1.`,
    description: `${description} Weight ${shown(w)}, bias ${shown(b)} in every relay.`,
  };
}

/** Every message with its value after each relay and its total slope. */
export function table({ main }: Relays): Table {
  const stages = main.distinct.slice(1).map((_, j) => ({ label: `after relay ${j + 1}`, digits: 15 }));
  return {
    columns: [{ label: 'message' }, ...stages, { label: 'total slope' }],
    rows: main.threads.map(({ values: v, slope }) => [...v, slope]),
  };
}
