import * as Plot from '@observablehq/plot';
import type { Activation } from '../../src/activations/activation.ts';
import { createBackdrop } from '../../src/figure/backdrop.ts';
import { identity } from '../../src/figure/identity.ts';
import { plotUnnamed, tick } from '../../src/figure/plot.ts';
import { described, svg, type Words } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import { criticalLine } from '../../src/network/theory/criticalLine.ts';
import { activationOf, type Comparison, type Measured } from './model.ts';
import { ratesHeight, ratesRows } from './rates.ts';
import { ensembleOf } from './settings.ts';

/** The corner of the (σ_w², σ_b²) plane that is drawn. */
export const phaseDomain = { sigmaW2: [0, 4], sigmaB2: [0, 1] } as const;

const planeHeight = 170;

/** Where the plane lies in its panel, in pixels from the edges; the read-outs stand below it. */
export const phaseArea = (comparison: Comparison) =>
  ({ left: 26, right: 12, top: 8, bottom: 26 + ratesHeight(comparison) }) as const;

type Line = readonly [sigmaW2: number, sigmaB2: number][];

const lengths = Array.from({ length: 36 }, (_, i) => 10 ** (-3 + i / 7));
const known = new Map<string, Line>();

/** Ensembles with χ₁ = 1 for a function: the line between vanishing and exploding gradients. */
export function criticalEnsembles(activation: Activation): Line {
  const found = known.get(activation.spec);
  if (found) return found;
  const line = criticalLine(activation, lengths)
    .filter(({ usable, sigmaW2 }) => usable && sigmaW2 <= phaseDomain.sigmaW2[1] * 1.2)
    .map(({ sigmaW2, sigmaB2 }): [number, number] => [sigmaW2, sigmaB2])
    .filter(([, sigmaB2]) => sigmaB2 <= phaseDomain.sigmaB2[1] * 1.2);
  if (known.size > 60) known.clear();
  known.set(activation.spec, line);
  return line;
}

/** Where each network stands between order and chaos, with the critical line of its function. */
export function phasePanel(comparison: Comparison, frame: Frame, words: Words): SVGElement {
  const panel = planeOf(comparison, frame, words.title);
  panel.append(...comparison.networks.flatMap((_, i) => point(comparison, i, frame)));
  panel.append(...ratesRows(comparison, frame, planeHeight));
  return described(frame, panel, words);
}

const backdrop = createBackdrop();

/** The plane with its critical lines, which stay as they are while a network moves through it. */
function planeOf(comparison: Comparison, frame: Frame, name: string): SVGElement {
  const { networks } = comparison;
  const functions = [...new Map(networks.map((n) => [n.setting.phi, activationOf(n)])).values()];
  return backdrop(frame, [networks.length, functions.map(({ spec }) => spec)], () =>
    drawPlane(comparison, functions, frame, name),
  );
}

function drawPlane(
  comparison: Comparison,
  functions: readonly Activation[],
  frame: Frame,
  name: string,
): SVGElement {
  const { left, right, top, bottom } = phaseArea(comparison);
  return plotUnnamed(
    frame,
    {
      height: planeHeight + ratesHeight(comparison),
      marginLeft: left,
      marginRight: right,
      marginTop: top,
      marginBottom: bottom,
      x: { domain: phaseDomain.sigmaW2, ticks: [0, 1, 2, 3, 4], tickFormat: tick },
      y: { domain: phaseDomain.sigmaB2, ticks: [0, 0.5, 1], tickFormat: tick },
      marks: [
        Plot.ruleY([0], { stroke: 'var(--rule)' }),
        functions.map(critical),
        Plot.text(['vanish'], { x: [0.12], y: [0.93], textAnchor: 'start', fill: 'var(--ink-3)' }),
        Plot.text(['explode'], { x: [3.95], y: [0.06], textAnchor: 'end', fill: 'var(--ink-3)' }),
      ],
    },
    name,
  );
}

function critical(activation: Activation): Plot.Markish {
  const look = identity(activation.family);
  const line = criticalEnsembles(activation);
  const style = { stroke: look.line, strokeWidth: 1.75, strokeDasharray: look.dash, clip: true } as const;
  return Plot.line(line as [number, number][], style);
}

/** How many earlier networks have the same variances: their points are stacked. */
function standsOn(networks: readonly Measured[], index: number, width: number): number {
  const key = (n: Measured): string => JSON.stringify(ensembleOf(n.setting, width));
  return networks.slice(0, index).filter((n) => key(n) === key(networks[index]!)).length;
}

/** The letter of a network at its variances, on the edge of the plane where they lie outside. */
function point(comparison: Comparison, index: number, frame: Frame): SVGElement[] {
  const { networks, shape } = comparison;
  const network = networks[index]!;
  if (network.setting.norm !== 'none') return [];
  const { left, right, top, bottom } = phaseArea(comparison);
  const { sigmaW2, sigmaB2 } = ensembleOf(network.setting, shape.width);
  const [width, height] = [frame.width - left - right, planeHeight + ratesHeight(comparison) - top - bottom];
  const { sigmaW2: over, sigmaB2: up } = phaseDomain;
  const cx = left + width * Math.min(sigmaW2 / over[1], 1);
  const cy = top + height * (1 - Math.min(sigmaB2 / up[1], 1)) - 21 * standsOn(networks, index, shape.width);
  const look = identity(activationOf(network).family);
  const { slot } = network.setting;
  const ring = { class: `point-${slot}`, cx, cy, r: 9, fill: 'var(--paper)', stroke: look.line };
  const letter = { x: cx, y: cy, dy: '0.32em', 'text-anchor': 'middle', fill: look.text, 'font-weight': 600 };
  return [
    svg(frame, 'circle', { ...ring, 'stroke-width': 2 }),
    svg(frame, 'text', { ...letter, 'pointer-events': 'none' }, slot.toUpperCase()),
  ];
}
