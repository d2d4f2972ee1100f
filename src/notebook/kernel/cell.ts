import type { Module, Variable } from '@observablehq/runtime';
import { Input, OwnFunction } from '../library/index.ts';
import type { ControlValue, Definition, Failure, Output, Report, Shown } from '../protocol.ts';
import { Budget } from './budget.ts';
import { cellConsole, cellTimers, type Timers } from './cellScope.ts';
import { evaluate } from './evaluate.ts';
import { fail, failedInput, failureFrom } from './failure.ts';
import { follow } from './follow.ts';
import { Log } from './log.ts';
import { outputOf } from './output.ts';

/** What a cell needs of its kernel. */
export interface Surroundings {
  readonly module: Module;
  readonly timers: Timers;
  /** The cell's code is about to have the thread. */
  enter(cell: string): void;
  /** The cell's report changed. */
  changed(cell: Cell): void;
}

/** Names that a cell gets from here and not from other cells. */
const ownNames = ['display', 'view', 'keep', 'console', 'setTimeout', 'setInterval', 'queueMicrotask'];

/** One defined cell: its variables in the reactive runtime and everything it shows. */
export class Cell {
  readonly definition: Definition;
  private readonly around: Surroundings;
  private readonly variables: Variable[] = [];
  private readonly log = new Log();
  private readonly pending = new Set<string>();
  private shown: Shown[] = [];
  private inputs: Input<unknown>[] = [];
  private chosen: (ControlValue | null)[];
  private failure: Failure | null = null;
  private waitsFor: string | null = null;
  private evaluation = 0;
  private keys = 0;
  private cleared = true;
  private budget = new Budget();
  private full = false;
  private disposed = false;
  private timers: ReturnType<typeof cellTimers> | null = null;

  constructor(definition: Definition, around: Surroundings) {
    this.definition = definition;
    this.around = around;
    this.chosen = [...definition.controls];
    this.define();
  }

  private define(): void {
    const { cell, inputs, outputs, problem } = this.definition;
    const own = outputs.length > 0 ? `cell ${cell}` : null;
    const shared = inputs.filter((name) => !ownNames.includes(name));
    const body = problem ? () => fail(problem) : (...values: unknown[]) => this.run(shared, values);
    this.variables.push(this.observed('').define(own, problem ? [] : shared, body as () => unknown));
    for (const name of outputs) {
      const pick = (exports: Readonly<Record<string, unknown>>) => exports[name];
      this.variables.push(this.observed(name).define(name, [own!], pick as never));
    }
  }

  /** A variable whose progress is the cell's. */
  private observed(name: string): Variable {
    return this.around.module.variable({
      pending: () => {
        this.pending.add(name);
        this.changed();
      },
      fulfilled: (value) => {
        this.pending.delete(name);
        if (name === '') this.fulfilled(value);
        this.changed();
      },
      rejected: (error) => {
        this.pending.delete(name);
        this.rejected(error, name);
        this.changed();
      },
    });
  }

  private changed(): void {
    // The runtime computes deleted variables once more; a cell that was replaced has nothing to say.
    if (!this.disposed) this.around.changed(this);
  }

  private run(names: readonly string[], values: readonly unknown[]): unknown {
    const { cell, code, inputs } = this.definition;
    this.begin();
    this.around.enter(cell);
    const own = this.scope(this.evaluation);
    return evaluate(code, cell)(...inputs.map((name) => own[name] ?? values[names.indexOf(name)]));
  }

  /** A new evaluation: what it shows replaces what the one before showed, as soon as there is something. */
  private begin(): void {
    this.evaluation++;
    this.cleared = false;
    this.failure = null;
    this.waitsFor = null;
    this.inputs = [];
    this.log.clear();
    this.timers?.stop();
  }

  private scope(evaluation: number): Readonly<Record<string, unknown>> {
    const changed = (): void => this.changed();
    this.timers = cellTimers(this.around.timers, (callback) => this.guard(callback));
    const display = <T>(value: T): T => {
      if (evaluation !== this.evaluation) throw new Error('display: this run of the cell is over');
      this.show(outputOf(value));
      return value;
    };
    return {
      display,
      view: (value: unknown) => this.view(value, evaluation),
      keep: (name: unknown, formula: unknown) => display(new OwnFunction(name, formula)).activation,
      console: cellConsole(this.log, changed),
      ...this.timers.scope,
    };
  }

  private show(output: Output): void {
    this.clear();
    if (this.full) return;
    this.full = !this.budget.take(output);
    const shown: Output = this.full
      ? {
          type: 'notice',
          text: `Only the first ${this.budget.taken} are shown; the rest is too much for a page.`,
        }
      : output;
    this.shown.push({ key: ++this.keys, output: shown });
    this.changed();
  }

  private clear(): void {
    if (this.cleared) return;
    this.cleared = true;
    this.full = false;
    this.budget = new Budget();
    this.shown = [];
  }

  private view(value: unknown, evaluation: number): AsyncGenerator<unknown, void, void> {
    if (evaluation !== this.evaluation) throw new Error('view: this run of the cell is over');
    if (!(value instanceof Input)) {
      if (value && typeof value === 'object' && 'output' in value && 'value' in value) {
        this.show((value as { output: Output }).output);
        return follow({ value: value.value, listen: () => () => undefined } as unknown as Input<unknown>);
      }
      throw new TypeError(
        'view takes a control, such as Inputs.range([0, 1]); display(x) shows anything else',
      );
    }
    const control = this.inputs.push(value) - 1;
    const kept = this.chosen[control] ?? null;
    if (kept !== null && value.description.type !== 'button') this.offer(value, kept);
    this.show({ type: 'control', control, description: value.description, value: value.state });
    return follow(value);
  }

  private offer(input: Input<unknown>, state: ControlValue): void {
    try {
      input.receive(state);
    } catch {
      // The control has changed since the reader set it; its own start value stands.
    }
  }

  /** Takes what the reader chose in a control of this cell. */
  choose(control: number, state: ControlValue): void {
    const input = this.inputs[control];
    if (!input) return;
    this.chosen[control] = state;
    this.guard(() => input.receive(state));
    this.shown = this.shown.map((shown) =>
      shown.output.type === 'control' && shown.output.control === control
        ? { key: shown.key, output: { ...shown.output, value: input.state } }
        : shown,
    );
    this.changed();
  }

  /** Runs the cell's code outside an evaluation; what it throws goes to the log. */
  private guard(callback: () => void): void {
    this.around.enter(this.definition.cell);
    try {
      callback();
    } catch (error) {
      const { name, message, line } = failureFrom(error, this.definition.cell);
      this.log.write('error', [`${name}: ${message}${line === null ? '' : ` (line ${line})`}`]);
      this.changed();
    }
  }

  private fulfilled(value: unknown): void {
    if (this.definition.shows) {
      this.cleared = false;
      this.show(outputOf(value));
    } else this.clear();
  }

  private rejected(error: unknown, name: string): void {
    const input = failedInput(error);
    // The names of a failed cell fail with it; that is no news.
    if (name !== '' && input === `cell ${this.definition.cell}`) return;
    if (input !== null) {
      if (name === '') this.begin();
      this.waitsFor = input;
      return;
    }
    this.clear();
    this.failure = failureFrom(error, this.definition.cell);
  }

  report(): Report {
    const { cell, run } = this.definition;
    const settled = this.failure ? 'failed' : this.waitsFor !== null ? 'waiting' : 'done';
    return {
      cell,
      run,
      status: this.pending.size > 0 ? 'running' : settled,
      error: this.failure,
      waitsFor: this.waitsFor,
      shown: [...this.shown],
      log: this.log.snapshot(),
    };
  }

  dispose(): void {
    this.disposed = true;
    this.evaluation++;
    this.timers?.stop();
    for (const variable of this.variables) variable.delete();
  }
}
