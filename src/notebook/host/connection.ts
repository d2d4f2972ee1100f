import type { KernelMessage, PageMessage } from '../protocol.ts';
import type { Frame } from './frame.ts';
import { readKernelMessage } from './readKernelMessage.ts';

/** Messages that may arrive within one second; a kernel that sends more is broken. */
const mostMessages = 5000;

/** Milliseconds that a kernel whose text has arrived may take until it says that it is ready. */
const mostStart = 20_000;

/** A running kernel: one frame, one worker, one port. Once closed it says nothing more. */
export class Connection {
  /** Resolves when the kernel takes messages; rejects when it is closed before. */
  readonly ready: Promise<void>;
  /** Told of every valid message but `ready`. */
  onMessage: (message: Exclude<KernelMessage, { type: 'ready' }>) => void = () => undefined;
  /** Told once when the kernel died or said something that no kernel says. */
  onBroken: (reason: string) => void = () => undefined;
  private readonly element: HTMLIFrameElement;
  private readonly port: MessagePort;
  private settle: { resolve: () => void; reject: (error: Error) => void } | null = null;
  private open = true;
  private count = 0;
  private countedFrom = 0;

  constructor({ element, port, started }: Frame) {
    this.ready = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    // Nobody may be waiting any more when a spare is closed.
    this.ready.catch(() => undefined);
    this.element = element;
    this.port = port;
    started.then(
      () => this.limitStart(),
      () => this.broken('the kernel cannot be loaded'),
    );
    port.onmessage = ({ data }) => this.receive(data);
    port.addEventListener('close', () => this.broken('the kernel ended'));
  }

  private limitStart(): void {
    const timer = setTimeout(() => this.broken('the kernel did not start'), mostStart);
    const end = (): void => clearTimeout(timer);
    this.ready.then(end, end);
  }

  send(message: PageMessage): void {
    if (this.open) this.port.postMessage(message);
  }

  private receive(data: unknown): void {
    if (!this.open) return;
    const now = performance.now();
    if (now - this.countedFrom > 1000) {
      this.countedFrom = now;
      this.count = 0;
    }
    const message = ++this.count > mostMessages ? null : readKernelMessage(data);
    if (!message)
      this.broken(this.count > mostMessages ? 'the kernel sent too much' : 'the kernel sent nonsense');
    else if (message.type === 'ready') this.settle?.resolve();
    else this.onMessage(message);
  }

  private broken(reason: string): void {
    if (!this.open) return;
    this.close();
    this.onBroken(reason);
  }

  /** Ends the kernel at once, whatever it is doing: removing the frame ends its worker. */
  close(): void {
    this.open = false;
    this.port.close();
    this.element.remove();
    this.settle?.reject(new Error('the kernel was closed'));
  }
}
