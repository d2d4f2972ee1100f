import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rollup } from 'vite';
import { leanLibraries } from './lean.ts';

const entry = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** The kernel's worker as the text of one classic script, and the files it was made of. For Node only. */
export async function bundleKernel(): Promise<{ text: string; files: readonly string[] }> {
  const output = (await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [withoutDigits, leanLibraries],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      lib: { entry, formats: ['iife'], name: 'kernel', fileName: () => 'kernel.worker.js' },
    },
  })) as Rollup.RollupOutput[];
  const [chunk, ...others] = output[0]!.output;
  if (others.length > 0)
    throw new Error(`internal: the kernel's bundle has ${others.length + 1} files; expected one`);
  return { text: chunk.code, files: chunk.moduleIds };
}

/** The packed digits come from the page when a cell asks for them; they are larger than the rest of the library. */
const withoutDigits: Plugin = {
  name: 'without-digits',
  load: (id) => (/[\\/]digits-packed\.ts$/.test(id) ? "export const packedDigits = '';" : null),
};

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
