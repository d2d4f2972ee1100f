import type { KernelOptions, PageMessage, Report } from '../protocol.ts';
import { Connection } from './connection.ts';
import { Delivery } from './delivery.ts';
import { type Frame, openFrame } from './frame.ts';
import { type Silence, Watchdog } from './watchdog.ts';

export interface SupervisorOptions extends KernelOptions {
  /** Loads the text of the kernel's worker; called once, when the first cell runs. */
  readonly kernel: () => Promise<string>;
  /** A frame that was opened with that text before; the first kernel is the one in it. */
  readonly opened?: Frame | undefined;
  /** Loads a data set that the kernel asks for. */
  readonly asset?: ((name: 'digits') => Promise<string>) | undefined;
  /** Milliseconds of silence after which a kernel is ended. */
  readonly patience: number;
}

export interface SupervisorEvents {
  /** What a cell shows now. Never from a kernel that was ended. */
  report(report: Report): void;
  /** The kernel has been silent; null when it speaks again. */
  silence(silence: Silence | null): void;
  /** The kernel was ended by the page; `entered` is the cell whose code last had the thread. */
  ended(reason: 'silence' | 'broken', entered: string | null): void;
}

/** How often the page looks at the kernel, and how often it asks an idle or a busy one whether it is there. */
const look = 250;
const askAfter = { busy: 1000, idle: 5000 };

/** Keeps one kernel running and a second one ready, watches the first, and ends it when it must. */
export class Supervisor {
  private readonly options: SupervisorOptions;
  private readonly events: SupervisorEvents;
  private readonly watchdog: Watchdog;
  private readonly delivery: Delivery;
  private text: Promise<string> | null = null;
  private current: Connection | null = null;
  private spare: Connection | null = null;
  private starting: Promise<Connection> | null = null;
  private entered: string | null = null;
  private pings = 0;
  private lastAsked = 0;
  private showing = false;
  /** Counts the kernels that were ended: what was meant for one of them must not reach the next. */
  private ends = 0;
  private timer: ReturnType<typeof setInterval> | null = null;
  /** True while some cell is running; an idle kernel is asked less often. */
  busy = false;

  constructor(options: SupervisorOptions, events: SupervisorEvents) {
    this.options = options;
    this.events = events;
    this.watchdog = new Watchdog(options.patience);
    this.delivery = new Delivery((report) => events.report(report));
    if (options.opened) this.keep(new Connection(options.opened));
  }

  /** Loads and starts a kernel if there is none; safe to call early and often. */
  async start(): Promise<void> {
    await this.connection();
  }

  /** Sends to the kernel, starting one first. The order of calls is the order of arrival. */
  async send(message: PageMessage): Promise<void> {
    const { ends } = this;
    const connection = this.current ?? (await this.connection());
    if (ends !== this.ends || connection !== this.current) return;
    this.ask(connection);
    connection.send(message);
  }

  private connection(): Promise<Connection> {
    if (this.current) return Promise.resolve(this.current);
    this.starting ??= this.connect().finally(() => {
      this.starting = null;
    });
    return this.starting;
  }

  private async connect(): Promise<Connection> {
    const connection = await this.take();
    this.current = connection;
    this.entered = null;
    connection.onBroken = () => this.end('broken');
    connection.onMessage = (message) => {
      switch (message.type) {
        case 'enter':
          this.entered = message.cell;
          break;
        case 'pong':
          this.watchdog.answer();
          this.show(null);
          break;
        case 'broken':
          this.end('broken');
          break;
        case 'need':
          void this.supply(connection, message.asset);
          break;
        case 'batch':
          this.delivery.add(message.reports, () => connection.send({ type: 'ack', batch: message.batch }));
          break;
      }
    };
    this.timer ??= setInterval(() => this.look(), look);
    return connection;
  }

  private async supply(connection: Connection, name: 'digits'): Promise<void> {
    const text = await this.options.asset?.(name).catch(() => null);
    connection.send({ type: 'asset', name, text: text ?? null });
  }

  private async take(): Promise<Connection> {
    const connection = this.spare ?? this.open();
    this.spare = null;
    await this.text;
    await connection.ready;
    setTimeout(() => this.prepareSpare(), 50);
    return connection;
  }

  private open(): Connection {
    this.text ??= this.options.kernel();
    this.text.catch(() => {
      // The next run may load it again.
      this.text = null;
    });
    return new Connection(openFrame(this.text, { width: this.options.width }));
  }

  private prepareSpare(): void {
    if (!this.spare && this.current) this.keep(this.open());
  }

  private keep(spare: Connection): void {
    this.spare = spare;
    spare.onBroken = () => {
      if (this.spare === spare) this.spare = null;
    };
  }

  private ask(connection: Connection): void {
    const now = performance.now();
    if (this.watchdog.waiting) return;
    this.watchdog.ask(now);
    this.lastAsked = now;
    connection.send({ type: 'ping', id: ++this.pings });
  }

  private look(): void {
    if (!this.current) return;
    const now = performance.now();
    if (now - this.lastAsked > (this.busy ? askAfter.busy : askAfter.idle)) this.ask(this.current);
    const silence = this.watchdog.tick(now);
    this.show(silence);
    if (silence?.left === 0) this.end('silence');
  }

  private show(silence: Silence | null): void {
    if (silence === null && !this.showing) return;
    this.showing = silence !== null;
    this.events.silence(silence);
  }

  allowLonger(ms: number): void {
    this.watchdog.allowLonger(ms);
  }

  /** Ends the kernel at once. The next `send` starts another. */
  stop(): string | null {
    const { entered } = this;
    this.ends++;
    this.current?.close();
    this.current = null;
    this.entered = null;
    this.delivery.clear();
    this.watchdog.answer();
    this.show(null);
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    return entered;
  }

  private end(reason: 'silence' | 'broken'): void {
    const entered = this.stop();
    this.events.ended(reason, entered);
  }

  dispose(): void {
    this.stop();
    this.spare?.close();
    this.spare = null;
  }
}
