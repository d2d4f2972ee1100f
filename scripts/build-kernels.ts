/**
 * Compiles src/network/kernels/assembly/ twice, with relaxed fused multiply-add and without, and writes both modules as one
 * compressed text to src/network/kernels/modules.ts. Text, so that it loads in a page, a worker, Node and from file://; both
 * in one piece, because most of the second is a copy of the first.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import asc from 'assemblyscript/asc';

const sources = new URL('../src/network/kernels/assembly/', import.meta.url);
const target = new URL('../src/network/kernels/modules.ts', import.meta.url);

/** The bytes of one module. Throws Error with the compiler's messages. */
export async function compileKernels(path: 'relaxed' | 'simd'): Promise<Uint8Array> {
  const features =
    path === 'relaxed' ? ['--enable', 'simd', '--enable', 'relaxed-simd'] : ['--enable', 'simd'];
  const options = ['-O3', '--runtime', 'stub', '--noAssert', '--importMemory'];
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(['index.ts', '--outFile', 'out.wasm', ...features, ...options], {
    readFile: read,
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
    listFiles: () => [],
  });
  if (error || !binary) throw new Error(`the ${path} kernels do not compile: ${stderr.toString()}`);
  return binary;
}

function read(name: string): string | null {
  const url = new URL(name, sources);
  try {
    return readFileSync(url, 'utf8');
  } catch {
    return null; // the compiler tries several names for an import
  }
}

async function build(): Promise<void> {
  const relaxed = await compileKernels('relaxed');
  const plain = await compileKernels('simd');
  const zipped = gzipSync(Buffer.concat([relaxed, plain]), { level: 9 }).toString('base64');
  const lines = [
    '// Written by scripts/build-kernels.ts from assembly/; scripts/build-kernels.test.ts compares them.',
    `export const relaxedLength = ${relaxed.length};`,
    `export const plainLength = ${plain.length};`,
    `export const zipped =\n  '${zipped}';`,
  ];
  writeFileSync(target, `${lines.join('\n')}\n`);
  console.log(`relaxed ${relaxed.length} B, plain ${plain.length} B, as text ${zipped.length} B`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
