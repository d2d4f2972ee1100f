/** Watches the page's frames: how long the longest gap between two of them was. */
export class Frames {
  private longest = 0;
  private last = 0;

  constructor() {
    const step = (now: number): void => {
      if (this.last > 0) this.longest = Math.max(this.longest, now - this.last);
      this.last = now;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  /** The longest gap since the last question, in milliseconds. */
  take(): number {
    const { longest } = this;
    this.longest = 0;
    return longest;
  }
}
