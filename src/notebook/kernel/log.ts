import type { LogLine } from '../protocol.ts';
import { inspectLine } from './inspect.ts';

const longestLog = 200;
const longestLine = 2000;

/** The lines that a cell wrote; the newest two hundred. */
export class Log {
  private lines: LogLine[] = [];
  private dropped = 0;

  write(level: LogLine['level'], values: readonly unknown[]): void {
    const text = values.map(inspectLine).join(' ').slice(0, longestLine);
    const last = this.lines.at(-1);
    if (last?.level === level && last.text === text) {
      this.lines[this.lines.length - 1] = { ...last, times: last.times + 1 };
      return;
    }
    this.lines.push({ level, text, times: 1 });
    if (this.lines.length <= longestLog) return;
    this.lines.shift();
    this.dropped++;
  }

  clear(): void {
    this.lines = [];
    this.dropped = 0;
  }

  snapshot(): LogLine[] {
    const note: LogLine = { level: 'info', text: `(${this.dropped} earlier lines are not kept)`, times: 1 };
    return this.dropped > 0 ? [note, ...this.lines] : [...this.lines];
  }
}
