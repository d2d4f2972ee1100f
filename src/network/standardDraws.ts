import { createRandom, type Random } from '../math/random.ts';
import { fillOrthogonal } from './orthogonal.ts';
import { skipSteps } from './replayedRandom.ts';

/**
 * What numbers a stream holds: standard normals, uniforms of variance 1, or the entries of one random orthogonal matrix after
 * another, the first one of `width` × `inputs`, the others square.
 */
export type DrawKind =
  | { readonly type: 'normal' | 'uniform' }
  | { readonly type: 'orthogonal'; readonly inputs: number; readonly width: number };

interface Stream {
  readonly seed: number;
  values: Float32Array;
  filled: number;
  readonly random: Random;
  /** Fills at least one number from `filled` on. */
  readonly extend: (stream: Stream) => void;
  used: number;
}

// 128 MB: twenty seeds of a hundred layers of 128 units.
const mostNumbers = 2 ** 25;
const grain = 2 ** 14;

/**
 * The random numbers behind weights, scaled to variance 1 and rounded to float32, kept by kind and seed. One stream serves every
 * depth, width and deviation: networks cut it differently, as `initialise` would. What does not fit into memory is drawn again
 * each time; seeds that come first keep their place, so that a round of many seeds does not push out its own beginning.
 */
export class StandardDraws {
  readonly #most: number;
  readonly #streams = new Map<string, Stream>();
  /** The one stream that did not fit. */
  #spare: { readonly key: string; readonly stream: Stream } | null = null;
  #epoch = 0;

  /** `most` numbers of 4 bytes are kept at the most, besides one stream that does not fit. */
  constructor(most = mostNumbers) {
    this.#most = most;
  }

  /** Begins a round: streams that neither this one nor the last asked for make room first. */
  begin(): void {
    this.#epoch++;
  }

  /** The first `count` numbers of a stream, drawn some ten thousand a step. */
  *take(kind: DrawKind, seed: number, count: number): Generator<void, Float32Array> {
    const key = `${Object.values(kind).join(' ')} ${seed}`;
    const stream = this.#streamOf(key, kind, seed, count);
    stream.used = this.#epoch;
    while (stream.filled < count) {
      stream.extend(stream);
      yield;
    }
    return stream.values;
  }

  #streamOf(key: string, kind: DrawKind, seed: number, count: number): Stream {
    const known = this.#streams.get(key) ?? (this.#spare?.key === key ? this.#spare.stream : null);
    const stream = known ?? startStream(kind, seed);
    if (stream.values.length >= count) return stream;
    const length = Math.ceil(count / grain) * grain;
    if (this.#makeRoom(key, seed, length)) this.#streams.set(key, stream);
    else {
      this.#streams.delete(key);
      this.#spare = { key, stream };
    }
    const values = new Float32Array(length);
    values.set(stream.values.subarray(0, stream.filled));
    stream.values = values;
    return stream;
  }

  /** Drops what stands behind a stream of that length: what is out of use, then later seeds. */
  #makeRoom(key: string, seed: number, length: number): boolean {
    const others = [...this.#streams].filter(([other]) => other !== key);
    const stale = others
      .filter(([, { used }]) => used < this.#epoch - 1)
      .sort(([, a], [, b]) => a.used - b.used);
    const later = others
      .filter(([, stream]) => stream.seed > seed && stream.used >= this.#epoch - 1)
      .sort(([, a], [, b]) => b.seed - a.seed);
    let total = others.reduce((sum, [, { values }]) => sum + values.length, length);
    for (const [other, { values }] of [...stale, ...later]) {
      if (total <= this.#most) break;
      this.#streams.delete(other);
      total -= values.length;
    }
    return total <= this.#most;
  }
}

function startStream(kind: DrawKind, seed: number): Stream {
  const base = { seed, values: new Float32Array(0), filled: 0, random: createRandom(seed), used: 0 };
  if (kind.type !== 'orthogonal')
    return { ...base, extend: kind.type === 'normal' ? moreNormals : moreUniforms };
  const { inputs, width } = kind;
  return { ...base, extend: (stream) => moreOrthogonal(stream, inputs, width) };
}

function moreNormals(stream: Stream): void {
  const { values, random } = stream;
  const end = Math.min(values.length, stream.filled + grain);
  for (let i = stream.filled; i < end; i++) values[i] = random.normal();
  stream.filled = end;
}

function moreUniforms(stream: Stream): void {
  const { values, random } = stream;
  const end = Math.min(values.length, stream.filled + grain);
  for (let i = stream.filled; i < end; i++) values[i] = Math.sqrt(3) * (2 * random.uniform() - 1);
  stream.filled = end;
}

/** The next matrix, its entries scaled to variance 1. */
function moreOrthogonal(stream: Stream, inputs: number, width: number): void {
  const columns = stream.filled === 0 ? inputs : width;
  const matrix = new Float64Array(width * columns);
  fillOrthogonal(matrix, width, columns, Math.sqrt(Math.max(width, columns)), stream.random);
  stream.values.set(matrix, stream.filled);
  stream.filled += matrix.length;
}

/** A stream of `seed` as it stands after `numbers` of a kind: where `initialise` goes on after them. */
export const randomAfter = (kind: DrawKind, seed: number, numbers: number): Random =>
  createRandom(skipSteps(seed, kind.type === 'uniform' ? numbers : 2 * numbers));
