import type { Report } from '../protocol.ts';

/** Milliseconds of drawing per frame's time; the rest is the page's. */
const budget = 8;

/** A frame's time in milliseconds, and how often reports are handed on in it without waiting for a frame. */
const frame = 16;
const atOnce = 6;

/**
 * Hands reports on without ever holding the page up: at once unless there have been many, else in the next frame, a few
 * milliseconds' worth at a time. Newer reports of a cell replace older ones. `delivered` tells the kernel to go on.
 */
export class Delivery {
  private readonly draw: (report: Report) => void;
  private readonly waiting = new Map<string, Report>();
  private readonly acknowledge: (() => void)[] = [];
  private scheduled = false;
  private since = Number.NEGATIVE_INFINITY;
  private times = 0;
  private spent = 0;

  constructor(draw: (report: Report) => void) {
    this.draw = draw;
  }

  add(reports: readonly Report[], delivered: () => void): void {
    for (const report of reports) {
      this.waiting.delete(report.cell);
      this.waiting.set(report.cell, report);
    }
    this.acknowledge.push(delivered);
    if (this.scheduled) return;
    if (performance.now() - this.since >= frame) this.begin();
    if (this.times < atOnce && this.spent < budget) this.deliver();
    else this.schedule();
  }

  private schedule(): void {
    this.scheduled = true;
    const run = (): void => {
      this.scheduled = false;
      this.begin();
      this.deliver();
    };
    // A hidden page has no frames, but its cells may go on.
    if (document.hidden) setTimeout(run, 100);
    else requestAnimationFrame(run);
  }

  private begin(): void {
    this.since = performance.now();
    this.times = 0;
    this.spent = 0;
  }

  private deliver(): void {
    const start = performance.now();
    for (const [cell, report] of this.waiting) {
      this.waiting.delete(cell);
      this.draw(report);
      if (performance.now() - start > budget) break;
    }
    this.times++;
    this.spent += performance.now() - start;
    if (this.waiting.size > 0) this.schedule();
    else for (const delivered of this.acknowledge.splice(0)) delivered();
  }

  clear(): void {
    this.waiting.clear();
    this.acknowledge.length = 0;
  }
}
