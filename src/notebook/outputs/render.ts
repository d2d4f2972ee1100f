import type { Failure, LogLine, Output, Report, Shown } from '../protocol.ts';
import { drawFailure } from './failure.ts';
import { drawLog } from './log.ts';
import { type DrawnOutput, drawOutput, type Surface } from './output.ts';

/** The part of a cell's view that is drawn below its code. */
export interface Outputs {
  /** Changes with every run; equal keys of one run mean the same thing. */
  readonly run: string;
  readonly shown: readonly Shown[];
  readonly error: Failure | null;
  readonly log: readonly LogLine[];
}

interface Kept {
  readonly key: string;
  readonly output: Output;
  readonly drawn: DrawnOutput;
}

/** Draws the outputs of one cell into an element and keeps them up to date, touching only what changed. */
export class OutputView {
  private readonly root: HTMLElement;
  private readonly surface: Surface;
  private readonly prefix: string;
  private kept: readonly Kept[] = [];
  private last = '';

  /** `prefix` is unique in the page, e.g. the cell's id. */
  constructor(root: HTMLElement, prefix: string, surface: Surface) {
    this.root = root;
    this.surface = surface;
    this.prefix = prefix;
  }

  draw(outputs: Outputs): void {
    const next = outputs.shown.map((shown, i) => this.keep(outputs.run, shown, i));
    const { document } = this.surface;
    const rest = JSON.stringify([outputs.error, outputs.log]);
    const same =
      next.length === this.kept.length && next.every((kept, i) => kept.drawn === this.kept[i]!.drawn);
    this.kept = next;
    if (same && rest === this.last) return;
    this.last = rest;
    const failure = outputs.error && drawFailure(document, outputs.error);
    const extra = [failure, drawLog(document, outputs.log)].filter((node) => node !== null);
    arrange(this.root, [...next.map(({ drawn }) => drawn.node), ...extra]);
  }

  private keep(run: string, { key, output }: Shown, i: number): Kept {
    const id = `${run}.${key}`;
    const known = this.kept.find((kept) => kept.key === id) ?? this.sameControl(output, i);
    if (!known) return { key: id, output, drawn: drawOutput(output, `${this.prefix}-${i}-`, this.surface) };
    known.drawn.update(output);
    return { key: id, output, drawn: known.drawn };
  }

  /** A control that came back as it was keeps its element, and with it the focus. */
  private sameControl(output: Output, i: number): Kept | undefined {
    const old = this.kept[i];
    if (output.type !== 'control' || old?.output.type !== 'control') return undefined;
    const same = JSON.stringify(old.output.description) === JSON.stringify(output.description);
    return same && old.output.control === output.control ? old : undefined;
  }
}

/** Puts nodes into an element in this order without moving those that are in place: moving would take the focus. */
function arrange(root: HTMLElement, nodes: readonly Node[]): void {
  const wanted = new Set(nodes);
  for (const child of [...root.childNodes]) if (!wanted.has(child)) child.remove();
  for (const [i, node] of nodes.entries()) {
    if (root.childNodes[i] !== node) root.insertBefore(node, root.childNodes[i] ?? null);
  }
}

/** A report's outputs for the view, as they were baked into the page. */
export const bakedOutputs = ({ shown, error, log }: Report): Outputs => ({ run: 'baked', shown, error, log });
