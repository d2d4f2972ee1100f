import { Runtime } from '@observablehq/runtime';
import type { ControlValue, KernelMessage, KnownFunction, PageMessage } from '../protocol.ts';
import { Cell, type Surroundings } from './cell.ts';
import type { Timers } from './cellScope.ts';
import { Outbox } from './outbox.ts';
import { type Defer, pace } from './pace.ts';

/** What a kernel needs of where it runs: a worker, or Node. */
export interface Environment {
  send(message: KernelMessage): void;
  /** Calls back in a later turn, as soon as possible. */
  readonly defer: Defer;
  readonly timers: Timers;
  now(): number;
  /** Takes what the page sent for a `need`. */
  arrived?(name: string, text: string | null): void;
  /** Takes the reader's own functions, all of them, in place of those before. */
  know?(functions: readonly KnownFunction[]): void;
  /** Names in scope of every cell; each is read when a cell first names it. */
  readonly library: Readonly<Record<string, unknown>>;
}

/** Runs the cells of one chapter as Observable notebooks run theirs. Knows neither page nor worker. */
export class Kernel {
  private readonly environment: Environment;
  private readonly cells = new Map<string, Cell>();
  private readonly outbox: Outbox;
  private readonly around: Surroundings;
  private readonly runtime: Runtime;
  private entered: string | null = null;

  constructor(environment: Environment) {
    this.environment = environment;
    this.outbox = new Outbox(environment.send, environment.defer);
    const { library } = environment;
    this.runtime = new Runtime(
      Object.fromEntries(Object.keys(library).map((name) => [name, () => library[name]])),
      (name) => {
        throw new ReferenceError(`${name} is not defined`);
      },
    );
    this.keepPace();
    this.around = {
      module: this.runtime.module(),
      timers: environment.timers,
      enter: (cell) => this.enter(cell),
      changed: (cell) => this.outbox.mark(cell.definition.cell, () => cell.report()),
    };
    environment.send({ type: 'ready' });
  }

  /** Replaces the runtime's animation frames, which a hidden frame's worker does not get. */
  private keepPace(): void {
    const { defer, timers, now } = this.environment;
    const frame = pace(defer, (callback, ms) => timers.setTimeout(callback, ms), now);
    this.runtime._computeSoon = async () => {
      await new Promise<void>(frame);
      if (!this.runtime._disposed) await this.runtime._computeNow();
    };
  }

  private enter(cell: string): void {
    if (cell === this.entered) return;
    this.entered = cell;
    this.outbox.enter(cell);
    // A later turn may be another's; while one cell keeps the thread, one message is enough.
    this.environment.defer(() => {
      this.entered = null;
    });
  }

  receive(message: PageMessage): void {
    switch (message.type) {
      case 'update':
        this.environment.know?.(message.functions);
        for (const cell of message.remove) this.remove(cell);
        for (const definition of message.define) {
          this.remove(definition.cell);
          this.cells.set(definition.cell, new Cell(definition, this.around));
        }
        break;
      case 'input':
        this.choose(message.cell, message.control, message.value);
        break;
      case 'ack':
        this.outbox.acknowledge(message.batch);
        break;
      case 'asset':
        this.environment.arrived?.(message.name, message.text);
        break;
      case 'ping':
        this.environment.send({ type: 'pong', id: message.id });
        break;
    }
  }

  private remove(cell: string): void {
    this.cells.get(cell)?.dispose();
    this.cells.delete(cell);
    this.outbox.forget(cell);
  }

  private choose(cell: string, control: number, value: ControlValue): void {
    this.cells.get(cell)?.choose(control, value);
  }

  dispose(): void {
    this.runtime.dispose();
    for (const cell of this.cells.values()) cell.dispose();
  }
}
