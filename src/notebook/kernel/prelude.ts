/**
 * What the worker keeps for itself, taken before any reader's code exists, and what it takes away from that code.
 *
 * The frame around the worker already denies network, storage and page. This file denies floods: a reader's loop over
 * the worker's own `postMessage`, or over errors thrown by timers, would reach the browser unbatched and make ending
 * the worker take seconds. Import it first.
 */

const { apply, deleteProperty, getPrototypeOf, ownKeys } = Reflect;
const { defineProperty, getOwnPropertyDescriptor } = Object;
const native = { setTimeout, setInterval, clearTimeout, queueMicrotask };
const postToPort = MessagePort.prototype.postMessage as (message: unknown) => void;
const readData = getOwnPropertyDescriptor(MessageEvent.prototype, 'data')!.get!;
const readPorts = getOwnPropertyDescriptor(MessageEvent.prototype, 'ports')!.get!;

/** Ways out of the worker and ways to raise errors in it, all of them global names. */
const removed =
  `postMessage MessageChannel BroadcastChannel Worker SharedWorker close reportError importScripts
  onmessage onmessageerror onerror onunhandledrejection onrejectionhandled onlanguagechange ononline onoffline
  requestAnimationFrame cancelAnimationFrame fetch fetchLater XMLHttpRequest WebSocket WebSocketStream WebTransport EventSource
  indexedDB caches cookieStore storage navigator FontFace fonts Notification location origin name trustedTypes
  setImmediate`.split(/\s+/);

/** Calls back in a later turn, without the delay that nested timers get. */
export const defer = deferred();

function deferred(): (callback: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const queue: (() => void)[] = [];
  port1.onmessage = () => queue.shift()?.();
  return (callback) => {
    queue.push(callback);
    apply(postToPort, port2, [null]);
  };
}

/** Runs a callback so that what it throws never reaches the browser's own error report. */
const quietly =
  (callback: unknown, values: readonly unknown[] = []): (() => void) =>
  () => {
    try {
      if (typeof callback === 'function') apply(callback, undefined, values);
    } catch {
      // A cell's own timers report to the cell; these were reached around them.
    }
  };

export const timers = {
  setTimeout: (callback: unknown, ms?: number, ...values: unknown[]): number =>
    apply(native.setTimeout, undefined, [quietly(callback, values), ms]) as unknown as number,
  setInterval: (callback: unknown, ms?: number, ...values: unknown[]): number =>
    apply(native.setInterval, undefined, [quietly(callback, values), ms]) as unknown as number,
  clearTimeout: (id: number): void => void apply(native.clearTimeout, undefined, [id]),
  queueMicrotask: (callback: unknown): void =>
    void apply(native.queueMicrotask, undefined, [quietly(callback)]),
};

/** Waits for the page's port, which comes once; afterwards nothing that arrives at the worker itself is heard. */
export function connect(start: (options: unknown, channel: Channel) => void): void {
  const first = (event: Event): void => {
    removeEventListener('message', first);
    const [port] = apply(readPorts, event, []) as readonly MessagePort[];
    start(apply(readData, event, []), channelOver(port!));
  };
  addEventListener('message', first);
}

export interface Channel {
  send(message: unknown): void;
  receive(listener: (message: unknown) => void): void;
}

/** A port that only closures hold: no reader's code can reach it to post without limit. */
const channelOver = (port: MessagePort): Channel => ({
  send: (message) => apply(postToPort, port, [message]),
  receive(listener) {
    port.onmessage = (event) => listener(apply(readData, event, []));
  },
});

/** Takes the ways out away and fixes what the kernel itself relies on. Call before the first reader's code. */
export function lockDown(): void {
  for (const event of ['error', 'unhandledrejection', 'rejectionhandled', 'message', 'messageerror']) {
    addEventListener(event, (raised) => {
      raised.preventDefault();
      raised.stopImmediatePropagation();
    });
  }
  for (const name of removed) removeGlobal(name);
  const silent = new Proxy({}, { get: () => () => undefined });
  for (const [name, value] of Object.entries({
    ...timers,
    console: silent,
    clearInterval: timers.clearTimeout,
  })) {
    fix(globalThis, name, value);
  }
  hardenBuiltins();
}

function removeGlobal(name: string): void {
  for (let at: object | null = globalThis; at; at = getPrototypeOf(at)) {
    if (getOwnPropertyDescriptor(at, name) && !deleteProperty(at, name)) fix(at, name, undefined);
  }
}

function fix(target: object, name: PropertyKey, value: unknown): void {
  try {
    defineProperty(target, name, { value, writable: false, configurable: false, enumerable: false });
  } catch {
    // A few properties of the global scope cannot be redefined; none of them is a way out.
  }
}

/** Left changeable: libraries and cells set these on their own objects, which a fixed inherited one would forbid. */
const free = new Set<PropertyKey>([
  'constructor',
  'toString',
  'toLocaleString',
  'valueOf',
  'name',
  'message',
  'length',
]);

/** The kernel shares its realm with reader's code and must not trip over a redefined `Array.prototype.push`. */
function hardenBuiltins(): void {
  const bases = [
    Array,
    Map,
    Set,
    WeakMap,
    WeakSet,
    Promise,
    Function,
    String,
    Number,
    RegExp,
    Date,
    Uint8ClampedArray,
  ];
  const iterators = [
    [][Symbol.iterator](),
    new Map().entries(),
    new Set().values(),
    (function* () {})(),
    'x'.matchAll(/x/g),
  ];
  const hosts = [Event, EventTarget, MessageEvent, MessagePort];
  for (const base of [...bases, ...hosts]) {
    fixAll(base);
    fixAll(base.prototype);
  }
  for (const iterator of iterators) {
    for (let at = getPrototypeOf(iterator); at && at !== Object.prototype; at = getPrototypeOf(at))
      fixAll(at);
  }
  for (const own of [Object, Reflect, JSON, Math, Symbol, Proxy]) fixAll(own);
  for (const base of [
    ...bases,
    ...hosts,
    Object,
    Reflect,
    JSON,
    Math,
    Symbol,
    Proxy,
    Error,
    RangeError,
    TypeError,
  ]) {
    const name =
      typeof base === 'function' ? base.name : base === Reflect ? 'Reflect' : base === JSON ? 'JSON' : 'Math';
    fix(globalThis, name, base);
  }
  // A property `get` on every object would make every property description invalid.
  Object.preventExtensions(Object.prototype);
  // Stack texts must stay the engine's own.
  fix(Error, 'prepareStackTrace', undefined);
  fix(globalThis, 'self', globalThis);
  fix(globalThis, 'globalThis', globalThis);
}

function fixAll(target: object): void {
  for (const key of ownKeys(target)) {
    const property = getOwnPropertyDescriptor(target, key)!;
    if (free.has(key) || !property.configurable) continue;
    if ('value' in property) fix(target, key, property.value);
    else defineProperty(target, key, { ...property, configurable: false });
  }
}
