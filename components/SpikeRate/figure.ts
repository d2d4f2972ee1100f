import * as Plot from '@observablehq/plot';
import { findActivation } from '../../src/activations/index.ts';
import { curvePoints, type Point, thin, track } from '../../src/figure/curve.ts';
import { fitted } from '../../src/figure/fitted.ts';
import { identity } from '../../src/figure/identity.ts';
import { type EndLabel, endLabels } from '../../src/figure/labels.ts';
import { grid, plot } from '../../src/figure/plot.ts';
import { cellText } from '../../src/figure/table.ts';
import type { Frame, Panel, Table } from '../../src/figure/widget.ts';
import { DT, exactRate } from './cell.ts';
import type { SpikeRate } from './model.ts';
import type { Overlay } from './overlays.ts';
import { allCompared } from './words.ts';

/** Milliseconds of the simulated second that the lower panel shows. */
const WINDOW = 250;
/** Letters of a name beside the end of its curve. */
const MOST_LETTERS = 10;

/** Dense just above the threshold, where the curve rises vertically. */
const inputs = [0, 1, ...Array.from({ length: 160 }, (_, i) => 1 + 9 * ((i + 1) / 160) ** 3)];

const exactPoints = ({ cell }: SpikeRate): Point[] => inputs.map((x) => [x, exactRate(x, cell)]);

/** A jump breaks the curve. */
function overlayPoints({ spec, height }: Overlay): Point[] {
  const { f, df, d2f, kinks } = findActivation(spec);
  const scaled = { f: (x: number) => height * f(x), df, d2f, kinks };
  return curvePoints(scaled, -1, 9, 'f', Math.abs(height) / 1000).map(([x, y]): Point => [x + 1, y]);
}

/** A curve in its family's look; a reader's own may leave the picture. */
function overlayTrack(overlay: Overlay): Plot.Markish[] {
  const look = identity(findActivation(overlay.spec).family);
  return track(overlayPoints(overlay), look, { width: 1.75, ...(look.twin && { clip: true }) });
}

function labels(result: SpikeRate): EndLabel[] {
  const overlays = result.overlays.map((overlay) => {
    const { label, family } = findActivation(overlay.spec);
    const { text, line } = identity(family);
    return {
      y: overlayPoints(overlay).at(-1)![1],
      text: fitted(label, MOST_LETTERS),
      color: text,
      leader: line,
    };
  });
  const exact = {
    y: exactRate(10, result.cell),
    text: 'exact rate',
    color: 'var(--ink)',
    leader: 'var(--ink-3)',
  };
  return [...overlays, exact];
}

function ratePanel(result: SpikeRate, frame: Frame): Panel {
  const { input, rate, run, counts, overlays } = result;
  const count = run.spikes.length;
  const options = {
    height: frame.phone ? 300 : 330,
    marginLeft: 36,
    marginRight: frame.phone ? 84 : 96,
    x: { domain: [0, 10], ticks: frame.phone ? 5 : 10 },
    y: { domain: [0, top(result)], ticks: 5, zero: true },
    marks: [
      grid(),
      Plot.ruleX([1], { stroke: 'var(--ink-2)', strokeDasharray: '1,3' }),
      Plot.text([[1, top(result)]], {
        text: () => 'threshold',
        dx: 5,
        dy: 5,
        textAnchor: 'start',
        fill: 'var(--ink-2)',
      }),
      ...overlays.flatMap((o) => overlayTrack(o)),
      Plot.line(exactPoints(result), { stroke: 'var(--ink)', strokeWidth: 1.25, strokeLinejoin: 'round' }),
      Plot.dot(counts, { x: '0', y: '1', r: 2.5, fill: 'var(--ink)' }),
      Plot.dot([[input, count]], { r: 6, stroke: 'var(--ink)', strokeWidth: 2, fill: 'var(--paper)' }),
      endLabels(labels(result)),
    ],
  };
  return {
    key: 'rate',
    axisNote: 'Spikes per second, against the input I in units of the threshold',
    svg: plot(frame, options as Plot.PlotOptions, {
      title: 'Firing rate against input',
      description:
        `Input from 0 to 10 thresholds, rate from 0 to ${cellText(top(result), 3)} spikes per second. The exact rate is zero up to 1, rises ` +
        `vertically there and bends over; dots count the spikes of one simulated second. ${allCompared(result)} ` +
        `The ring marks the chosen input ${cellText(input)}: ${count} spikes, exact rate ${cellText(rate, 4)}.`,
    }),
  };
}

const top = ({ overlays, cell, counts }: SpikeRate): number =>
  1.06 *
  Math.max(
    exactRate(10, cell),
    ...overlays.map((o) => overlayPoints(o).at(-1)![1]),
    ...counts.map(([, count]) => count),
  );

/** The voltage up to WINDOW ms, broken at every spike. */
function voltagePoints({ run, cell }: SpikeRate): Point[] {
  const spikes = new Set(run.spikes.map((t) => Math.round(t / DT)));
  const pieces: Point[][] = [[[0, 0]]];
  for (let i = 0; i < WINDOW / DT; i++) {
    const t = (i + 1) * DT;
    if (spikes.has(i + 1)) {
      pieces.at(-1)!.push([t, 1]);
      pieces.push([[t, 0]]);
    } else if (cell.noise === 0 || i % 10 === 0) pieces.at(-1)!.push([t, run.voltage[i]!]);
  }
  const tolerance = cell.noise === 0 ? 0.004 : 0.02;
  return pieces.flatMap((piece): Point[] => [...thin(piece, tolerance), [piece.at(-1)![0], Number.NaN]]);
}

function voltagePanel(result: SpikeRate, frame: Frame): Panel {
  const spikes = result.run.spikes.filter((t) => t <= WINDOW);
  const voltage = voltagePoints(result);
  const low = Math.min(0, ...voltage.map(([, v]) => v).filter((v) => !Number.isNaN(v)));
  const options = {
    height: 150,
    marginLeft: 36,
    marginRight: frame.phone ? 84 : 96,
    x: { domain: [0, WINDOW], ticks: 5, tickFormat: (t: number) => (t === WINDOW ? `${t} ms` : String(t)) },
    y: { domain: [low, 1.6], ticks: [0, 1] },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--rule)' }),
      Plot.ruleY([1], { stroke: 'var(--ink-2)', strokeDasharray: '1,3' }),
      Plot.line(voltage, { stroke: 'var(--ink-2)', strokeWidth: 1.25, strokeLinejoin: 'round' }),
      Plot.ruleX(spikes, { y1: 1, y2: 1.5, stroke: 'var(--ink)', strokeWidth: 1.75 }),
      endLabels([{ y: 1, text: 'threshold', color: 'var(--ink-2)' }]),
    ],
  };
  return {
    key: 'spikes',
    axisNote: `Voltage in units of the threshold, the first ${WINDOW} ms at I = ${cellText(result.input)}`,
    svg: plot(frame, options as Plot.PlotOptions, {
      title: 'Voltage and spikes',
      description:
        `Time from 0 to ${WINDOW} milliseconds. The voltage climbs towards the input, and falls to 0 at the threshold; a stroke above ` +
        `the threshold marks each of ${spikes.length} spikes.`,
    }),
  };
}

/** Rate curve above, spike train below. */
export function draw(result: SpikeRate, frame: Frame): Panel[] {
  return [ratePanel(result, frame), voltagePanel(result, frame)];
}

/** Rates at the inputs of the dots. */
export function table({ counts, cell, overlays }: SpikeRate): Table {
  return {
    columns: [
      { label: 'input I' },
      { label: 'spikes counted in 1 s' },
      { label: 'exact rate, Hz' },
      ...overlays.map(({ spec }) => ({ label: findActivation(spec).label })),
    ],
    rows: counts.map(([input, count]) => [
      input,
      count,
      exactRate(input, cell),
      ...overlays.map(({ spec, height }) => height * findActivation(spec).f(input - 1)),
    ]),
  };
}
