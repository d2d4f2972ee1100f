import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rollup } from 'vite';
import { leanLibraries } from './lean.ts';

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

interface Bundle {
  readonly text: string;
  /** What it was made of. */
  readonly files: readonly string[];
}

/** The kernel's worker as the text of one classic script, and the files it was made of. For Node only. */
export async function bundleKernel(): Promise<Bundle> {
  const plot = await bundle(pathOf('../library/plot.ts'), 'plot', []);
  // The value of a script is that of its last expression.
  const kernel = await bundle(pathOf('./worker.ts'), 'kernel', [late(`${plot.text}\nplot`)]);
  return { text: kernel.text, files: [...kernel.files, ...plot.files] };
}

async function bundle(entry: string, name: string, plugins: readonly Plugin[]): Promise<Bundle> {
  const output = (await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [leanLibraries, ...plugins],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      lib: { entry, formats: ['iife'], name, fileName: () => `${name}.js` },
    },
  })) as Rollup.RollupOutput[];
  const [chunk, ...others] = output[0]!.output;
  if (others.length > 0)
    throw new Error(`internal: the ${name} bundle has ${others.length + 1} files; expected one`);
  return { text: chunk.code, files: chunk.moduleIds };
}

/** Gives the worker a part of the library as a text, to be evaluated when a cell names it. */
const late = (text: string): Plugin => ({
  name: 'late-part',
  resolveId: (id) => (id === 'virtual:notebook-plot' ? `\0${id}` : null),
  load: (id) => (id === '\0virtual:notebook-plot' ? `export default ${JSON.stringify(text)};` : null),
});

const name = 'virtual:notebook-kernel';

/**
 * Lets the page say `import('virtual:notebook-kernel')`: a module whose default export is the worker's text, made on
 * first use and loaded on demand.
 */
export function notebookKernel(): Plugin {
  let made: ReturnType<typeof bundleKernel> | null = null;
  return {
    name: 'notebook-kernel',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      made ??= bundleKernel();
      const { text, files } = await made;
      for (const file of files) if (!file.includes('node_modules')) this.addWatchFile(file);
      return `export default ${JSON.stringify(text)};`;
    },
    watchChange(file) {
      if (/[\\/]src[\\/]/.test(file)) made = null;
    },
  };
}
