import type { Report } from '../protocol.ts';

/** Time per frame in which reports are drawn; the rest of the frame is the page's. */
const budget = 8;

/** Reports come at most twice per this many milliseconds without waiting for a frame: that a cell runs, and its end. */
const gap = 16;

/**
 * Hands reports on without ever holding the page up: at once when there has been quiet, else in the next frame, a few
 * milliseconds' worth at a time. Newer reports of a cell replace older ones. `delivered` tells the kernel to go on.
 */
export class Delivery {
  private readonly draw: (report: Report) => void;
  private readonly waiting = new Map<string, Report>();
  private readonly acknowledge: (() => void)[] = [];
  private scheduled = false;
  private last = Number.NEGATIVE_INFINITY;
  private lastButOne = Number.NEGATIVE_INFINITY;

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
    if (performance.now() - this.lastButOne >= gap) this.deliver();
    else this.schedule();
  }

  private schedule(): void {
    this.scheduled = true;
    const run = (): void => {
      this.scheduled = false;
      this.deliver();
    };
    // A hidden page has no frames, but its cells may go on.
    if (document.hidden) setTimeout(run, 100);
    else requestAnimationFrame(run);
  }

  private deliver(): void {
    const start = performance.now();
    for (const [cell, report] of this.waiting) {
      this.waiting.delete(cell);
      this.draw(report);
      if (performance.now() - start > budget) break;
    }
    this.lastButOne = this.last;
    this.last = performance.now();
    if (this.waiting.size > 0) this.schedule();
    else for (const delivered of this.acknowledge.splice(0)) delivered();
  }

  clear(): void {
    this.waiting.clear();
    this.acknowledge.length = 0;
  }
}
