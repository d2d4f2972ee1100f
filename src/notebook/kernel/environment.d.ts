/**
 * Everything a cell has in scope besides JavaScript itself, for editors and for `checkCells`. The types are those of the
 * library, so that they cannot differ from what runs.
 */
import type { Activation } from '../../activations/activation.ts';
import type { Dual as DualNumber } from '../library/dualNumbers.ts';
import type { Library } from '../library/index.ts';
import type { Input } from '../library/inputs.ts';
import type { Table } from '../library/table.ts';

declare global {
  /** A value v with its first and second derivative, d and dd; see `dual`. */
  type Dual = DualNumber;

  const activations: Library['activations'];
  const network: Library['network'];
  const theory: Library['theory'];
  const datasets: Library['datasets'];
  const design: Library['design'];
  const dual: Library['dual'];
  const random: Library['random'];
  const Plot: Library['Plot'];
  const Inputs: Library['Inputs'];
  const html: Library['html'];
  const svg: Library['svg'];

  /** Shows a value below the cell and returns it. */
  function display<T>(value: T): T;
  /** Shows a control; other cells see its current value under the name. */
  function view<T>(input: Input<T> | Table<T>): T;
  /**
   * Shows a function with a button that keeps it in the whole book, and returns it. It is given by a formula in x, or as
   * a function of dual numbers, whose operations are read as a formula.
   */
  function keep(name: string, formula: string | ((x: Dual) => Dual | number)): Activation;
  /** Resolves when the cell is about to run again. */
  const invalidation: Promise<void>;

  interface Console {
    log(...values: unknown[]): void;
    info(...values: unknown[]): void;
    warn(...values: unknown[]): void;
    error(...values: unknown[]): void;
    debug(...values: unknown[]): void;
    assert(condition: unknown, ...values: unknown[]): void;
  }
  const console: Console;

  function setTimeout<T extends unknown[]>(
    callback: (...values: T) => void,
    ms?: number,
    ...values: T
  ): number;
  function setInterval<T extends unknown[]>(
    callback: (...values: T) => void,
    ms?: number,
    ...values: T
  ): number;
  function clearTimeout(id: number | undefined): void;
  function clearInterval(id: number | undefined): void;
  function queueMicrotask(callback: () => void): void;
}
