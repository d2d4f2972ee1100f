import type { KernelMessage, Report } from '../protocol.ts';
import type { Defer } from './pace.ts';

/** Batches sent but not yet acknowledged; beyond this the kernel keeps merging and waits. */
const window = 4;

/**
 * Sends reports in batches, never more than the page can take: what changes meanwhile is merged, because a report
 * is the whole state of its cell.
 */
export class Outbox {
  private readonly dirty = new Map<string, () => Report>();
  private readonly send: (message: KernelMessage) => void;
  private readonly defer: Defer;
  private sent = 0;
  private acknowledged = 0;
  private scheduled = false;

  constructor(send: (message: KernelMessage) => void, defer: Defer) {
    this.send = send;
    this.defer = defer;
  }

  /** Asks for a cell's report to be sent soon; it is made when it leaves. */
  mark(cell: string, report: () => Report): void {
    this.dirty.set(cell, report);
    if (this.scheduled) return;
    this.scheduled = true;
    this.defer(() => {
      this.scheduled = false;
      this.flush();
    });
  }

  forget(cell: string): void {
    this.dirty.delete(cell);
  }

  /** Sends now what is ready, if the page has kept up. */
  flush(): void {
    if (this.dirty.size === 0 || this.sent - this.acknowledged >= window) return;
    const reports = [...this.dirty.values()].map((report) => report());
    this.dirty.clear();
    this.sent++;
    this.send({ type: 'batch', batch: this.sent, reports });
  }

  acknowledge(batch: number): void {
    if (batch > this.acknowledged && batch <= this.sent) this.acknowledged = batch;
    this.flush();
  }

  /** Tells the page at once whose code is about to run. */
  enter(cell: string): void {
    this.flush();
    this.send({ type: 'enter', cell });
  }
}
