import { globSync } from 'node:fs';
import type { Plugin } from 'vite';
import { checkCells, readCells } from '../../src/notebook/kernel/checkCells.ts';

/** Faults in the types of every chapter's cells, one line each. */
export function typeFaults(root: string): string[] {
  return globSync('content/*/cells', { cwd: root })
    .sort()
    .flatMap((folder) =>
      checkCells(readCells(`${root}/${folder}`)).map(
        ({ cell, line, column, message }) => `${folder}/${cell}.ts:${line}:${column}: ${message}`,
      ),
    );
}

/** Stops a build when the TypeScript compiler finds fault with a cell. */
export function checkedCells(): Plugin {
  let checked = false;
  let root = '';
  return {
    name: 'checked-cells',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    buildStart() {
      // The builder bundles more than once; the cells are the same each time.
      if (checked) return;
      checked = true;
      const faults = typeFaults(root);
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
}
