import type { KernelPath } from './kernels.ts';
import { plainLength, relaxedLength, zipped } from './modules.ts';
import { Workspace } from './workspace.ts';

/** Compiled kernels, ready to hand out workspaces. */
export interface Kernels {
  readonly path: KernelPath;
  /** Memory for one network at a time; see `FastMlp` and `DeepFlow`. */
  workspace(): Workspace;
}

const loading = new Map<KernelPath | 'best', Promise<Kernels>>();

/**
 * The fastest kernels this engine accepts: `relaxed`, else `simd`, else `arrays`. Engines reject a whole module for one unknown
 * instruction, hence two modules and `WebAssembly.validate`. A page whose policy forbids WebAssembly gets `arrays`.
 * Naming a path asks for that one and throws RangeError when the engine lacks it. Compiled once, however often it is called.
 */
export function loadKernels(path?: KernelPath): Promise<Kernels> {
  const key = path ?? 'best';
  const known = loading.get(key) ?? (path ? only(path) : best());
  loading.set(key, known);
  return known;
}

async function best(): Promise<Kernels> {
  for (const path of ['relaxed', 'simd'] as const) {
    const module = await compile(path);
    if (module) return kernels(path, module);
  }
  return kernels('arrays', null);
}

async function only(path: KernelPath): Promise<Kernels> {
  if (path === 'arrays') return kernels(path, null);
  const module = await compile(path);
  if (module) return kernels(path, module);
  throw new RangeError(`invalid kernel path: ${path}; expected one that this engine supports`);
}

const kernels = (path: KernelPath, module: WebAssembly.Module | null): Kernels => ({
  path,
  workspace: () => new Workspace(path, module),
});

async function compile(path: 'relaxed' | 'simd'): Promise<WebAssembly.Module | null> {
  if (typeof WebAssembly === 'undefined' || typeof DecompressionStream === 'undefined') return null;
  const bytes = await moduleBytes(path);
  if (!WebAssembly.validate(bytes)) return null;
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return null;
    throw error;
  }
}

let unzipped: Promise<ArrayBuffer> | null = null;

/** One of the two modules, from the compressed text they share. */
export async function moduleBytes(path: 'relaxed' | 'simd'): Promise<Uint8Array<ArrayBuffer>> {
  unzipped ??= unzip();
  const both = await unzipped;
  return path === 'relaxed'
    ? new Uint8Array(both, 0, relaxedLength)
    : new Uint8Array(both, relaxedLength, plainLength);
}

function unzip(): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(zipped), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
