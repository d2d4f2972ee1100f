import { type CellText, Compiler } from '../compile/index.ts';
import { createLibrary } from '../library/index.ts';
import { libraryNames } from '../library/names.ts';
import { createPlot } from '../library/plot.ts';
import type { KernelMessage, KernelOptions, Report } from '../protocol.ts';
import { Kernel } from './kernel.ts';

const defaults = { width: 591, timeout: 60_000 };

/**
 * Runs the cells of a chapter in this process, for the build: the reports that the browser's kernel would send once
 * everything has settled, by cell. Throws when a cell is still running after `timeout` milliseconds.
 */
export async function runCells(
  cells: readonly CellText[],
  options: Partial<KernelOptions> & { readonly timeout?: number } = {},
): Promise<Map<string, Report>> {
  const { width, timeout } = { ...defaults, ...options };
  const reports = new Map<string, Report>();
  const define = new Compiler(Object.keys(libraryNames))
    .link(cells)
    .map((cell) => ({ ...cell, run: 1, controls: [] }));
  return new Promise((resolve, reject) => {
    const finish = (): void => {
      clearTimeout(timer);
      kernel.dispose();
    };
    const timer = setTimeout(() => {
      const late = cells
        .filter(({ id }) => (reports.get(id)?.status ?? 'running') === 'running')
        .map(({ id }) => id);
      finish();
      reject(new Error(`cells still running after ${timeout} ms: ${late.join(', ')}`));
    }, timeout);
    const receive = (message: KernelMessage): void => {
      if (message.type !== 'batch') return;
      for (const report of message.reports) reports.set(report.cell, report);
      queueMicrotask(() => kernel.receive({ type: 'ack', batch: message.batch }));
      const settled = cells.every(({ id }) => (reports.get(id)?.status ?? 'running') !== 'running');
      if (!settled) return;
      finish();
      resolve(new Map(cells.map(({ id }) => [id, reports.get(id)!])));
    };
    const kernel: Kernel = new Kernel({
      send: receive,
      defer: setImmediate,
      timers: nodeTimers(),
      now: () => performance.now(),
      library: createLibrary({
        width,
        createPlot,
        load: async () => (await import('../../datasets/digitsPacked.ts')).packedDigits,
      }),
    });
    if (cells.length === 0) {
      finish();
      resolve(reports);
    } else kernel.receive({ type: 'update', define, remove: [], functions: [] });
  });
}

function nodeTimers() {
  const ids = new Map<number, NodeJS.Timeout>();
  let last = 0;
  const keep = (timer: NodeJS.Timeout): number => {
    ids.set(++last, timer);
    return last;
  };
  return {
    setTimeout: (callback: () => void, ms: number) => keep(setTimeout(callback, ms)),
    setInterval: (callback: () => void, ms: number) => keep(setInterval(callback, ms)),
    clearTimeout: (id: number) => clearTimeout(ids.get(id)),
    queueMicrotask,
  };
}
