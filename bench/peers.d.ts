// The peers are installed in bench/ alone, by `npm run bench`: their own types are not there when the book is checked.
declare module '@tensorflow/tfjs';
declare module '@tensorflow/tfjs-backend-wasm';
declare module 'brain.js/dist/neural-network.js';
declare module 'convnetjs';

declare module '@jax-js/jax' {
  /** Consumed by every operation; `ref` is another claim on it. */
  export interface JaxArray {
    readonly ref: JaxArray;
    add(other: JaxArray): JaxArray;
    sub(other: JaxArray): JaxArray;
    mul(other: JaxArray | number): JaxArray;
    sum(): JaxArray;
    reshape(shape: readonly number[]): JaxArray;
    transpose(): JaxArray;
    data(): Promise<Float32Array>;
    dispose(): void;
  }
  type Step<T> = (parameters: JaxArray[], x: JaxArray, t: JaxArray) => T;
  export const numpy: {
    array(values: Float32Array): JaxArray;
    zeros(shape: readonly number[]): JaxArray;
    dot(a: JaxArray, b: JaxArray): JaxArray;
    tanh(x: JaxArray): JaxArray;
    square(x: JaxArray): JaxArray;
  };
  export const nn: { relu(x: JaxArray): JaxArray; logSoftmax(x: JaxArray): JaxArray };
  export function init(device: string): Promise<unknown>;
  export function defaultDevice(device: string): unknown;
  export function grad(loss: Step<JaxArray>): Step<JaxArray[]>;
  export function jit(step: Step<JaxArray[]>): Step<JaxArray[]>;
  export function blockUntilReady(arrays: JaxArray[]): Promise<unknown>;
}
