import { build, type Plugin, type Rollup } from 'vite';

const page = /\.astro_astro_type_script/;

/**
 * Puts what a page's script imports from shared files into the script itself, so that a page asks for one file before
 * the first touch. What it loads later stays in files of its own. For the build only.
 */
export function oneScript(): Plugin {
  return {
    name: 'one-script',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          const isPage = chunk.type === 'chunk' && chunk.isEntry && page.test(chunk.fileName);
          if (isPage && chunk.imports.length > 0) await flatten(chunk, bundle);
        }
      },
    },
  };
}

async function flatten(chunk: Rollup.OutputChunk, bundle: Rollup.OutputBundle): Promise<void> {
  const [output] = (await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [fromBundle(chunk.fileName, bundle)],
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { output: { minify: true } },
      lib: { entry: chunk.fileName, formats: ['es'], fileName: () => 'page.js' },
    },
  })) as Rollup.RollupOutput[];
  const [whole, ...others] = output!.output;
  if (others.length > 0)
    throw new Error(`internal: the page's script has ${others.length + 1} files; expected one`);
  chunk.code = whole.code;
  chunk.imports = [];
}

const prefix = 'bundle:';
const folder = /^.*\//;

/** Reads the files of a finished bundle; what they load later is left as it is. */
function fromBundle(entry: string, bundle: Rollup.OutputBundle): Plugin {
  return {
    name: 'from-bundle',
    enforce: 'pre',
    resolveId(id, importer) {
      if (!importer) return prefix + entry;
      if (!importer.startsWith(prefix)) return null;
      return `${folder.exec(importer)![0]}${id.replace('./', '')}`;
    },
    resolveDynamicImport: (id) => (typeof id === 'string' ? { id, external: true } : null),
    load(id) {
      const file = id.startsWith(prefix) ? bundle[id.slice(prefix.length)] : undefined;
      return file?.type === 'chunk' ? file.code : null;
    },
  };
}
