/** What JavaScript itself puts in scope of every cell. Not overridable by a cell's top-level names. */
export const globals: ReadonlySet<string> = new Set(
  `AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError
  FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array
  Intl Iterator JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String
  Symbol SyntaxError TypeError URIError URL URLSearchParams Uint16Array Uint32Array Uint8Array Uint8ClampedArray
  WeakMap WeakRef WeakSet AbortController AbortSignal Blob Event EventTarget TextDecoder TextEncoder WebAssembly atob btoa clearInterval
  clearTimeout crypto decodeURI decodeURIComponent encodeURI encodeURIComponent eval globalThis isFinite isNaN
  parseFloat parseInt performance structuredClone undefined self`.split(/\s+/),
);

/** Names a reader may try because browsers or Node have them, with what to do instead. */
export const missing: ReadonlyMap<string, string> = new Map([
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'importScripts'].map(
    (name) => [name, 'Cells have no network: what they may use is in the book’s library.'] as const,
  ),
  ...[
    'document',
    'window',
    'alert',
    'prompt',
    'confirm',
    'parent',
    'top',
    'history',
    'navigator',
    'location',
  ].map(
    (name) => [name, 'Cells run apart from the page: show things with display(…), html`…` or Plot.'] as const,
  ),
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'].map(
    (name) => [name, 'Cells have no storage: keep values in top-level names.'] as const,
  ),
  ...[
    'Worker',
    'SharedWorker',
    'postMessage',
    'MessageChannel',
    'BroadcastChannel',
    'requestAnimationFrame',
  ].map(
    (name) =>
      [
        name,
        'Not available in a cell: for animation write a generator that yields one value per frame.',
      ] as const,
  ),
  ...['require', 'process', 'module', 'exports'].map(
    (name) => [name, 'Cells are not Node modules: the book’s library is in scope already.'] as const,
  ),
  ['d3', 'Only the book’s own library, Plot and Inputs are in scope.'],
  ['now', 'Not available here: use Date.now() or a generator.'],
]);
