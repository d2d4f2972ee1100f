import type { Network } from './network.ts';
import type { Optimizer } from './optimizer.ts';

/** Everything that changes while a network trains; with the same options it continues the run bit for bit. */
export interface TrainingState {
  readonly step: number;
  readonly learningRate: number;
  readonly optimizerSteps: number;
  readonly parameters: Float64Array;
  /** BatchNorm's running averages. */
  readonly running: Float64Array;
  readonly optimizerMemory: readonly Float64Array[];
}

/** A copy of the state after `step` steps. */
export function captureState(network: Network, optimizer: Optimizer, step: number): TrainingState {
  return {
    step,
    learningRate: optimizer.learningRate,
    optimizerSteps: optimizer.steps,
    parameters: network.parameters.slice(),
    running: network.running.slice(),
    optimizerMemory: optimizer.memory.map((array) => array.slice()),
  };
}

/** Puts a state back. Throws RangeError, before anything changes, when it belongs to another network or optimizer. */
export function restoreState(state: TrainingState, network: Network, optimizer: Optimizer): void {
  const pairs: readonly (readonly [string, Float64Array | undefined, Float64Array])[] = [
    ['parameters', state.parameters, network.parameters],
    ['running averages', state.running, network.running],
    ...optimizer.memory.map((array, k) => ['optimizer numbers', state.optimizerMemory[k], array] as const),
  ];
  for (const [name, from, to] of pairs) {
    if (from?.length !== to.length) {
      throw new RangeError(`invalid state: ${from?.length ?? 0} ${name}; expected ${to.length}`);
    }
  }
  if (state.optimizerMemory.length !== optimizer.memory.length) {
    throw new RangeError(
      `invalid state: ${state.optimizerMemory.length} optimizer arrays; expected ${optimizer.memory.length}`,
    );
  }
  for (const [, from, to] of pairs) to.set(from!);
  optimizer.learningRate = state.learningRate;
  optimizer.steps = state.optimizerSteps;
}

const format = 'nonlinear-training-1';

/** The state as JSON text; the arrays are base64 of their little-endian bytes, so every bit survives. */
export function encodeState(state: TrainingState): string {
  const { parameters, running, optimizerMemory, ...numbers } = state;
  return JSON.stringify({
    format,
    ...numbers,
    parameters: toBase64(parameters),
    running: toBase64(running),
    optimizerMemory: optimizerMemory.map(toBase64),
  });
}

/** Inverse of `encodeState`. Throws SyntaxError saying what is wrong with a text that it did not make. */
export function decodeState(text: string): TrainingState {
  const raw = parseJson(text);
  if (raw['format'] !== format) {
    throw new SyntaxError(`invalid state format: ${String(raw['format'])}; expected ${format}`);
  }
  const number = (name: string) => {
    const value = raw[name];
    if (typeof value !== 'number')
      throw new SyntaxError(`invalid state ${name}: ${String(value)}; expected a number`);
    return value;
  };
  const memory = raw['optimizerMemory'];
  if (!Array.isArray(memory)) throw new SyntaxError('invalid state optimizerMemory; expected an array');
  return {
    step: number('step'),
    learningRate: number('learningRate'),
    optimizerSteps: number('optimizerSteps'),
    parameters: fromBase64('parameters', raw['parameters']),
    running: fromBase64('running', raw['running']),
    optimizerMemory: memory.map((array) => fromBase64('optimizerMemory', array)),
  };
}

function parseJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Falls through to the one message below: where JSON breaks does not help anyone.
  }
  throw new SyntaxError(`invalid state: ${text.slice(0, 20)}…; expected the text of encodeState`);
}

function toBase64(values: Float64Array): string {
  const view = new DataView(new ArrayBuffer(8 * values.length));
  values.forEach((x, i) => {
    view.setFloat64(8 * i, x, true);
  });
  let text = '';
  for (const byte of new Uint8Array(view.buffer)) text += String.fromCharCode(byte);
  return btoa(text);
}

function fromBase64(name: string, value: unknown): Float64Array {
  if (typeof value !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(value)) {
    throw new SyntaxError(`invalid state ${name}: ${String(value).slice(0, 20)}; expected base64`);
  }
  const bytes = Uint8Array.from(atob(value), (letter) => letter.charCodeAt(0));
  if (bytes.length % 8 !== 0)
    throw new SyntaxError(`invalid state ${name}: ${bytes.length} bytes; expected a multiple of 8`);
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: bytes.length / 8 }, (_, i) => view.getFloat64(8 * i, true));
}
