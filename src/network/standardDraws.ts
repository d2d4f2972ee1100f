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
  /** Drawing it again takes long: orthogonal matrices cost a thousand times what their numbers do. */
  readonly dear: boolean;
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
 * each time; orthogonal matrices and seeds that come first keep their place, so that a round of many seeds does not push out
 * its own beginning.
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
    if (this.#makeRoom(key, stream, length)) this.#streams.set(key, stream);
    else {
      this.#streams.delete(key);
      this.#spare = { key, stream };
    }
    const values = new Float32Array(length);
    values.set(stream.values.subarray(0, stream.filled));
    stream.values = values;
    return stream;
  }

  /** Drops what stands behind a stream of that length: what is out of use, then what is cheaper, then later seeds. */
  #makeRoom(key: string, { seed, dear }: Stream, length: number): boolean {
    const others = [...this.#streams].filter(([other]) => other !== key);
    const isStale = ({ used }: Stream): boolean => used < this.#epoch - 1;
    const stale = others.filter(([, one]) => isStale(one)).sort(([, a], [, b]) => a.used - b.used);
    const behind = others
      .filter(([, one]) => !isStale(one) && (one.dear === dear ? one.seed > seed : dear))
      .sort(([, a], [, b]) => Number(a.dear) - Number(b.dear) || b.seed - a.seed);
    let total = others.reduce((sum, [, { values }]) => sum + values.length, length);
    for (const [other, { values }] of [...stale, ...behind]) {
      if (total <= this.#most) break;
      this.#streams.delete(other);
      total -= values.length;
    }
    return total <= this.#most;
  }
}

function startStream(kind: DrawKind, seed: number): Stream {
  const dear = kind.type === 'orthogonal';
  const base = { seed, dear, values: new Float32Array(0), filled: 0, random: createRandom(seed), used: 0 };
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
