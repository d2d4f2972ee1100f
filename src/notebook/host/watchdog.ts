/** How long a kernel may be silent before the page ends it, and how that is shown. */
export interface Silence {
  /** Seconds without an answer. */
  readonly seconds: number;
  /** Seconds until the page stops the cell. */
  readonly left: number;
}

/** One look at the clock counts at most this much: a page that slept must not blame the kernel for it. */
const longestTick = 500;

/** Silence shorter than this is nobody's business: a cell that computes for a second is not a runaway. */
const quiet = 1000;

/** Counts how long a question has been without an answer. Knows no clock: it is told the time. */
export class Watchdog {
  private readonly limit: number;
  private allowed: number;
  private silent = 0;
  private asked = false;
  private last = 0;

  /** `limit` in milliseconds of silence. */
  constructor(limit: number) {
    this.limit = limit;
    this.allowed = limit;
  }

  /** A message that must be answered has left. */
  ask(now: number): void {
    if (this.asked) return;
    this.asked = true;
    this.silent = 0;
    this.last = now;
  }

  /** The kernel answered; the next silence has the usual limit again. */
  answer(): void {
    this.asked = false;
    this.silent = 0;
    this.allowed = this.limit;
  }

  get waiting(): boolean {
    return this.asked;
  }

  /** Counts on; the answer is the silence worth showing, or null. `left` is 0 when it has lasted too long. */
  tick(now: number): Silence | null {
    if (!this.asked) return null;
    this.silent += Math.min(now - this.last, longestTick);
    this.last = now;
    if (this.silent < quiet) return null;
    return { seconds: this.silent / 1000, left: Math.max(0, this.allowed - this.silent) / 1000 };
  }

  /** Grants the present silence more time. */
  allowLonger(ms: number): void {
    this.allowed = Math.max(this.allowed, this.silent) + ms;
  }
}
