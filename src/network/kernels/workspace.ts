import { arrayOps } from './arrays.ts';
import type { KernelOps, KernelPath } from './kernels.ts';

const PAGE = 65_536;

/**
 * Memory for one float32 network and the kernels that work on it. A network reserves all its blocks, commits once, and owns the
 * workspace until the next network takes it over; memory grows when needed and is used again, so a page that rebuilds its network
 * with every turn of a knob keeps one workspace.
 */
export class Workspace {
  readonly path: KernelPath;
  ops: KernelOps;
  readonly #memory: WebAssembly.Memory | null;
  #buffer: ArrayBuffer;
  readonly #first: number;
  #top = 0;
  #owner: object | null = null;

  /** Without a module, the typed-array kernels. */
  constructor(path: KernelPath, module: WebAssembly.Module | null) {
    this.path = path;
    if (module) {
      const memory = new WebAssembly.Memory({ initial: 1 });
      const exports = new WebAssembly.Instance(module, { env: { memory } }).exports;
      this.#memory = memory;
      this.#buffer = memory.buffer;
      this.ops = exports as unknown as KernelOps;
      this.#first = (exports['firstFree'] as () => number)();
    } else {
      this.#memory = null;
      this.#buffer = new ArrayBuffer(0);
      this.ops = arrayOps(this.#buffer);
      this.#first = 64;
    }
  }

  /** Makes `owner` the only user; the pointers of earlier owners are void. */
  begin(owner: object): void {
    this.#owner = owner;
    this.#top = this.#first;
  }

  /** A pointer to `count` floats at a multiple of 64 bytes. */
  reserve(count: number): number {
    const pointer = Math.ceil(this.#top / 64) * 64;
    this.#top = pointer + 4 * count;
    return pointer;
  }

  /** Provides what was reserved, filled with zeros. Throws RangeError when the machine refuses the memory. */
  commit(): void {
    if (this.#memory) {
      const missing = Math.ceil((this.#top - this.#memory.buffer.byteLength) / PAGE);
      if (missing > 0) this.#memory.grow(missing);
      this.#buffer = this.#memory.buffer;
    } else if (this.#buffer.byteLength < this.#top) {
      this.#buffer = new ArrayBuffer(Math.ceil(this.#top / PAGE) * PAGE);
      this.ops = arrayOps(this.#buffer);
    }
    new Uint8Array(this.#buffer, this.#first, this.#top - this.#first).fill(0);
  }

  /** Throws Error when another network has taken the workspace over. */
  check(owner: object): void {
    if (this.#owner !== owner)
      throw new Error('this network lost its workspace to a newer one; build it again');
  }

  floats(pointer: number, length: number): Float32Array {
    return new Float32Array(this.#buffer, pointer, length);
  }

  integers(pointer: number, length: number): Int32Array {
    return new Int32Array(this.#buffer, pointer, length);
  }

  doubles(pointer: number, length: number): Float64Array {
    return new Float64Array(this.#buffer, pointer, length);
  }
}
