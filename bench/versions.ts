import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const installed = new URL('node_modules/', import.meta.url);

/** Where TensorFlow.js keeps its wasm files, with a slash at the end. */
export const wasmFolder = fileURLToPath(new URL('@tensorflow/tfjs-backend-wasm/dist/', installed));

/** The installed version of a package of bench/. */
export function versionOf(name: string): string {
  const manifest = JSON.parse(readFileSync(new URL(`${name}/package.json`, installed), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
