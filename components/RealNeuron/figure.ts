import { picture, svg } from '../../src/figure/svg.ts';
import type { Frame, Panel, Reading, Table } from '../../src/figure/widget.ts';
import { cellLabels, drawCell } from './cell.ts';
import { type Part, parts } from './parts.ts';
import { drawLabel, FIELD, type Label, type Sheet } from './sheet.ts';
import { drawUnit, unitLabels } from './unit.ts';

const GAP = 24;

function panel(
  frame: Frame,
  sheet: Sheet,
  key: string,
  heading: string,
  description: string,
  shapes: readonly SVGElement[],
  labels: readonly Label[],
): Panel {
  const width = FIELD.width * sheet.scale;
  return {
    key,
    heading,
    svg: picture(
      { ...frame, width },
      FIELD.height * sheet.scale,
      { title: heading, description },
      svg(
        frame,
        'g',
        { 'font-family': 'var(--sans)' },
        ...labels.map((l) => drawLabel(frame, sheet, l)),
        ...shapes,
      ),
    ),
  };
}

/** The cell and the unit, side by side or one above the other, parts in matching places. */
export function draw(part: Part | null, frame: Frame): Panel[] {
  const width = frame.width >= 760 ? (frame.width - GAP) / 2 : Math.min(frame.width, 440);
  const sheet: Sheet = { scale: Math.floor(width) / FIELD.width, lit: part?.name ?? null };
  const lit = part ? ` The ${part.cell.toLowerCase()} stands out.` : '';
  const partner = part ? ` The ${part.unit} stands out.` : '';
  return [
    panel(
      frame,
      sheet,
      'cell',
      'A nerve cell',
      `Axons of three other neurons come in from the left and end in synapses on the branching dendrites. The dendrites run into a round cell body; at its right the axon hillock narrows into the axon, which splits into branches.${lit}`,
      drawCell(frame, sheet),
      cellLabels,
    ),
    panel(
      frame,
      sheet,
      'unit',
      'A unit',
      `Three inputs x at the left pass through circles with the weights w; their products run into a circle with a sum sign, which a bias b enters from below. A box with a bent line follows, and its output splits into three.${partner}`,
      drawUnit(frame, sheet),
      unitLabels,
    ),
  ];
}

/** The picture in words. */
export function read(part: Part | null): Reading {
  const all = 'The unit keeps six parts of the cell, and simplifies every one';
  return {
    title: part ? `${part.cell} and ${part.unit}` : all,
    description:
      'Two drawings with matching parts in matching places: a nerve cell and the unit of a network.',
  };
}

/** The six pairs. */
export function table(): Table {
  return {
    columns: [
      { label: 'Cell' },
      { label: 'Unit' },
      { label: 'In common' },
      { label: 'Where the likeness ends' },
    ],
    rows: parts.map((p) => [p.cell, p.unit, p.shared, p.breaks]),
  };
}
