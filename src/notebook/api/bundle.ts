import type { Plugin } from 'vite';
import { describeApi } from './describe.ts';

const name = 'virtual:notebook-api';

/** Lets the page say `import('virtual:notebook-api')`: what completion knows of the library, read from its types. */
export function notebookApi(): Plugin {
  let made: string | null = null;
  return {
    name: 'notebook-api',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load(id) {
      if (id !== `\0${name}`) return null;
      made ??= `export default ${JSON.stringify(describeApi())};`;
      return made;
    },
    watchChange(file) {
      if (/[\\/]src[\\/](notebook[\\/]library|activations|network|datasets|math)[\\/]/.test(file))
        made = null;
    },
  };
}
