// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these strings are programs
import { markupOfAllKinds } from './attacks.ts';

/** What a reader's cell may try. `PORT` stands for the port on which the test listens. */
export interface Hostile {
  readonly name: string;
  readonly code: string;
  /** Never gives the thread back: the page must end it. Otherwise the kernel lives on beside it. */
  readonly runsAway: boolean;
}

const runaways: Readonly<Record<string, string>> = {
  'an endless loop': 'while (true);',
  'an endless loop after a pause': 'await new Promise((go) => setTimeout(go, 50));\nwhile (true);',
  'endless microtasks': '(function spin() { queueMicrotask(spin); })();',
  'endless promises': 'const again = (): Promise<void> => Promise.resolve().then(again);\nawait again();',
  'an endless regular expression': '/^(a+)+$/.test("a".repeat(60) + "!")',
  'an allocation bomb of lists':
    'const held: unknown[] = [];\nwhile (true) held.push(new Array(1e6).fill(held.length));',
  'an allocation bomb of buffers':
    'const held = [];\nwhile (true) { try { held.push(new Uint8Array(1e8).fill(1)); } catch {} }',
  'a flood of outputs': 'while (true) display("x".repeat(1000));',
  'a flood of console lines': 'for (let i = 0; ; i++) console.log("line", i);',
  'a flood of errors':
    'while (true) { try { throw new Error("again"); } catch (error) { console.error(error); } }',
  'a proxy that never answers': 'display(new Proxy({}, { ownKeys() { while (true); } }));',
  'an endless timer callback':
    'globalThis.setTimeout(() => { while (true); }, 20);\nawait new Promise(() => {});',
};

const nuisances: Readonly<Record<string, string>> = {
  'endless timers': 'for (let i = 0; i < 50; i++) (function tick() { globalThis.setTimeout(tick, 0); })();',
  'timers that throw': 'for (let i = 0; i < 50; i++) setInterval(() => { throw new Error("again"); }, 0);',
  'global timers that throw':
    'for (let i = 0; i < 50; i++) globalThis.setInterval(() => { throw new Error("again"); }, 0);',
  'endless rejections':
    'setInterval(() => { for (let i = 0; i < 500; i++) Promise.reject(new Error("again")); }, 0);',
  'errors in event listeners':
    'const t = new EventTarget();\nt.addEventListener("x", () => { throw new Error("again"); });\nsetInterval(() => { for (let i = 0; i < 200; i++) t.dispatchEvent(new Event("x")); }, 0);',
  'deep recursion': 'const dig = (n: number): number => 1 + dig(n + 1);\ndig(0);',
  'a slow flood of outputs':
    'setInterval(() => { for (let i = 0; i < 1000; i++) display({ i, text: "x".repeat(50) }); }, 0);',
  'a slow flood of charts':
    'setInterval(() => display(Plot.dot(Array.from({ length: 1500 }, (_, i) => [i, i])).plot()), 0);',
  'a slow flood of console lines':
    'setInterval(() => { for (let i = 0; i < 1000; i++) console.log(i, "x".repeat(500)); }, 0);',
  'a flood of messages':
    'setInterval(() => { for (let i = 0; i < 1000; i++) globalThis.postMessage?.("x"); }, 0);',
  'a text of 100 MB': '"x".repeat(1e8)',
  'a list of 100 MB': 'new Float64Array(12_500_000)',
  'a table of a million rows': 'Inputs.table(Array.from({ length: 1e6 }, (_, i) => ({ i })))',
  'a chart of 100,000 points': 'Plot.dot(Array.from({ length: 1e5 }, (_, i) => [i, i])).plot()',
  'markup of 10 MB': 'html`<p>${"<b>x</b>".repeat(1e6)}</p>`',
  'many elements of markup': 'html`<p>${Array.from({ length: 9000 }, () => html`<b>x</b>`)}</p>`',
  'a cyclic value': 'const ring: { me?: unknown } = {};\nring.me = ring;\ndisplay(ring);',
  'throwing getters':
    'display({ get a() { throw 1; }, toString() { throw 2; }, toJSON() { throw 3; }, [Symbol.toPrimitive]() { throw 4; } });',
  'a throwing proxy':
    'display(new Proxy({}, { get() { throw 1; }, ownKeys() { throw 2; }, getPrototypeOf() { throw 3; }, getOwnPropertyDescriptor() { throw 4; } }));',
  'a thrown proxy': 'throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } });',
  'an error that lies':
    'throw Object.assign(new Error("x"), { name: 7, message: Symbol("x"), stack: { toString() { throw 1; } } });',
  'a wall of nested lists':
    'let nest: unknown = 1;\nfor (let i = 0; i < 1e5; i++) nest = [nest];\ndisplay(nest);',
};

const globals: Readonly<Record<string, string>> = {
  'a redefined Array.prototype':
    'Object.assign(Array.prototype, { push() { return 0; }, map() { return []; } });',
  'a redefined Map': '(globalThis as any).Map = class {};',
  'a redefined self': '(globalThis as any).self = null;\n(globalThis as any).globalThis = null;',
  'a redefined Promise': 'Promise.prototype.then = () => { throw 1; };',
  'its own message handler':
    '(globalThis as any).onmessage = () => {};\naddEventListener("message", () => {});'.replace(
      'addEventListener',
      'globalThis.addEventListener',
    ),
  'a polluted Object.prototype':
    'Object.assign(Object.prototype, { type: "ready", define: 1, get: 1, value: 2 });',
  'a trap on every port':
    'MessagePort.prototype.postMessage = function () { (this as any).postMessage("x"); };',
};

const url = 'http://127.0.0.1:PORT';

/** Ways out, tried one by one; each is a statement that must fail or do nothing. */
export const escapes: Readonly<Record<string, string>> = {
  fetch: `await globalThis.fetch("${url}/fetch", { mode: "no-cors" })`,
  import: `await import("${url}/import.js")`,
  'import by eval': `await (0, eval)('import("${url}/eval.js")')`,
  importScripts: `globalThis.importScripts("${url}/scripts.js")`,
  XMLHttpRequest: `const x = new globalThis.XMLHttpRequest(); x.open("GET", "${url}/xhr"); x.send()`,
  WebSocket: `new globalThis.WebSocket("ws://127.0.0.1:PORT/ws")`,
  EventSource: `new globalThis.EventSource("${url}/events")`,
  WebTransport: `new globalThis.WebTransport("https://127.0.0.1:PORT/wt")`,
  sendBeacon: `globalThis.navigator.sendBeacon("${url}/beacon", "x")`,
  FontFace: `await new globalThis.FontFace("f", "url(${url}/font)").load()`,
  RTCPeerConnection: `new globalThis.RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:PORT" }] })`,
  Worker: `new globalThis.Worker("data:text/javascript,fetch('${url}/worker')")`,
  'Worker of a blob': `new globalThis.Worker(URL.createObjectURL(new Blob(["fetch('${url}/blob')"])))`,
  SharedWorker: `new globalThis.SharedWorker("data:text/javascript,fetch('${url}/shared')")`,
  indexedDB: `globalThis.indexedDB.open("x")`,
  localStorage: `globalThis.localStorage.setItem("x", "1")`,
  caches: `await globalThis.caches.open("x")`,
  cookies: `await globalThis.cookieStore.get("x")`,
  'the file system': `await globalThis.navigator.storage.getDirectory()`,
  'the parent': `globalThis.parent.document.title = "taken"`,
  document: `globalThis.document.cookie = "x=1"`,
  postMessage: `globalThis.postMessage("x")`,
  BroadcastChannel: `new globalThis.BroadcastChannel("x").postMessage("x")`,
  MessageChannel: `new globalThis.MessageChannel().port1.postMessage("x")`,
  Notification: `new globalThis.Notification("x")`,
  close: `globalThis.close()`,
  reportError: `globalThis.reportError(new Error("x"))`,
};

/** A cell that tries them all and shows which of them it could do. */
export const everyWayOut = `const done: string[] = [];
${Object.entries(escapes)
  .map(([name, code]) => {
    const word = JSON.stringify(name);
    return `try { ${code}; done.push(${word}); } catch (error) { console.log(${word}, String(error)); }`;
  })
  .join('\n')}
display(done.join() || "nothing");`;

const strangers: Readonly<Record<string, string>> = {
  'every way out at once': everyWayOut,
  'markup of every hostile kind': markupOfAllKinds,
};

const list = (cases: Readonly<Record<string, string>>, runsAway: boolean): Hostile[] =>
  Object.entries(cases).map(([name, code]) => ({ name, code, runsAway }));

export const hostiles: readonly Hostile[] = [
  ...list(runaways, true),
  ...list(nuisances, false),
  ...list(globals, false),
  ...list(strangers, false),
];
